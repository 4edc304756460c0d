import { Box, Flex, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';
import type { DeskChat } from '../../../contracts/chat';
import { Failure } from '../display/Failure';
import { useWords } from '../use-words';
import type { Say } from '../use-words';
import { ChatActions } from './ChatActions';
import { ChatComposer } from './ChatComposer';
import { ChatMessages } from './ChatMessages';
import { redactChat } from './client';
import { useChat } from './use-chat';
import type { OpenChat } from './use-chat';
import { useSignTyping, useVisitorTyping } from './use-typing';
import { useWriting } from './use-writing';
import { VisitorPanel } from './VisitorPanel';

interface Props {
  chat: string;
  search: string;
  onChange(): void;
  /** Takes this chat; resolves when it is read anew. */
  onTake(): Promise<void>;
  /** Takes it from a colleague. */
  onTakeOver(): Promise<void>;
  taking: boolean;
  /** Has something said in the page's one region. */
  announce(words: string): void;
}

const Sides = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[5]};

  @media (min-width: 76em) {
    grid-template-columns: minmax(0, 1fr) 24rem;
  }
`;

const closedFor = ({ chat }: DeskChat, mine: boolean, say: Say): string | null => {
  if (mine) return null;
  if (chat.state === 'ended') return say('chats.isEnded');
  return chat.state === 'open' ? say('chats.hasOther', { name: chat.agent?.name ?? '' }) : null;
};

/** Has what the visitor writes told, from what came after the first look. */
const useTellMessages = ({ messages, value }: OpenChat, announce: Props['announce']): void => {
  const say = useWords();
  const told = useRef<number | null>(null);
  const name = value?.chat.visitor.name;
  useEffect(() => {
    const last = messages.at(-1)?.id;
    if (last === undefined) return;
    const come = told.current === null ? [] : messages.filter(({ id, author }) => id > told.current! && author.kind === 'visitor');
    told.current = last;
    if (come.length > 0) announce(`${name || say('chats.guest')}: ${come.map(({ text }) => text).join(' ')}`);
  }, [messages]);
};

const Content = ({ value, open, ...props }: Props & { value: DeskChat; open: OpenChat }) => {
  const say = useWords();
  const { chat } = value;
  const writing = useWriting(chat.key, open.reload);
  const typing = useVisitorTyping(chat.key, chat.typing);
  useSignTyping(chat.key, open.mine ? writing.text : '');
  const closed = closedFor(value, open.mine, say);
  const name = chat.visitor.name || chat.visitor.email || say('chats.guest');
  const take = (): void => void props.onTake().then(open.reload);
  return (
    <Sides>
      <Flex tag="section" aria-label={say('chats.with', { name })} direction="column" alignItems="stretch" gap={4} minWidth={0}>
        <Flex justifyContent="space-between" gap={3} wrap="wrap">
          <Typography tag="h2" variant="delta">
            {name}
          </Typography>
          <ChatActions value={value} open={open} onChange={props.onChange} onTake={take} onTakeOver={() => void props.onTakeOver().then(open.reload)} taking={props.taking} />
        </Flex>
        <ChatMessages messages={open.messages} underWay={writing.underWay} seen={chat.seen} typing={typing} visitor={name} redact={(message) => redactChat(chat.key, message, [])} onRedacted={() => void open.reload()} />
        {(open.mine || writing.text !== '' || writing.problem) && <ChatComposer value={value} writing={writing} closed={closed ?? (open.mine ? null : say('chats.takeFirst'))} />}
        {!open.mine && writing.text === '' && closed && <Typography textColor="neutral600">{closed}</Typography>}
      </Flex>
      <VisitorPanel value={value} search={props.search} />
    </Sides>
  );
};

/** One chat. What was read stays on the screen while the server cannot be reached. */
export const ChatView = (props: Props) => {
  const say = useWords();
  const open = useChat(props.chat);
  useTellMessages(open, props.announce);
  if (open.value) return <Content {...props} value={open.value} open={open} />;
  if (open.error) return <Failure error={open.error} onRetry={() => void open.reload()} />;
  return (
    <Box>
      <Page.Loading>{say('loading')}</Page.Loading>
    </Box>
  );
};
