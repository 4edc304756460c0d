import { Box, Flex, Typography } from '@strapi/design-system';
import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';
import type { ChatMessage } from '../../../contracts/chat';
import { Moment } from '../display/Moment';
import { Paper } from '../display/Paper';
import { LetterText } from '../ticket/LetterText';
import { SecretNotice } from '../ticket/SecretNotice';
import { useWords } from '../use-words';

interface Props {
  messages: ChatMessage[];
  /** Sent, but not there yet. */
  underWay: string[];
  /** The last message that the visitor has seen. */
  seen: number;
  typing: boolean;
  visitor: string;
  /** Takes out what looks secret in a message. */
  redact(message: number): Promise<unknown>;
  onRedacted(): void;
}

const Scroll = styled.div`
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[3]};
  height: max(24rem, calc(100vh - 52rem));
  padding: ${({ theme }) => theme.spaces[4]};
  overflow-y: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
`;

const Bubble = styled(Paper)<{ $own: boolean }>`
  align-self: ${({ $own }) => ($own ? 'flex-end' : 'flex-start')};
  flex: none;
  max-width: min(60rem, 88%);
`;

const Happening = ({ message: { happened, author, createdAt } }: { message: ChatMessage }) => {
  const say = useWords();
  return (
    <Typography tag="p" variant="pi" textColor="neutral600" textAlign="center">
      {happened && say(`chats.happened.${happened}`, { name: author.name })} · <Moment at={createdAt} form="short" />
    </Typography>
  );
};

type Redacting = Pick<Props, 'redact' | 'onRedacted'>;

const Said = ({ message: { id, author, html, createdAt, secrets }, redact, onRedacted }: Redacting & { message: ChatMessage }) => (
  <Bubble tag="article" padding={3} $tone={author.kind === 'agent' ? 'agent' : 'customer'} $own={author.kind === 'agent'}>
    <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral700">
      <bdi>{author.name}</bdi> · <Moment at={createdAt} form="short" />
    </Typography>
    <div dir="auto">
      <LetterText html={html} />
    </div>
    <SecretNotice secrets={secrets} redact={() => redact(id)} onDone={onRedacted} />
  </Bubble>
);

/** Stays at the end while the reader is there; whoever reads further up is left alone. */
const useEnd = (count: number) => {
  const frame = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = frame.current!;
    atEnd.current = scrollHeight - scrollTop - clientHeight < 80;
  };
  useEffect(() => {
    if (atEnd.current) frame.current?.scrollTo({ top: frame.current.scrollHeight });
  }, [count]);
  return { frame, onScroll };
};

/** What was said, oldest first, and what is on its way. News are told by the page's own region, so this is none. */
export const ChatMessages = ({ messages, underWay, seen, typing, visitor, ...redacting }: Props) => {
  const say = useWords();
  const { frame, onScroll } = useEnd(messages.length + underWay.length + (typing ? 1 : 0));
  const lastOwn = messages.findLast(({ author }) => author.kind === 'agent')?.id;
  return (
    <Scroll ref={frame} onScroll={onScroll} role="region" aria-label={say('chats.conversation')} tabIndex={0}>
      {messages.map((message) => (message.author.kind === 'event' ? <Happening key={message.id} message={message} /> : <Said key={message.id} message={message} {...redacting} />))}
      {underWay.map((text, index) => (
        <Bubble key={`${index} ${text}`} padding={3} $tone="agent" $own>
          <Typography variant="pi" textColor="neutral700">
            {say('chats.sending')}
          </Typography>
          <Typography tag="p" dir="auto" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {text}
          </Typography>
        </Bubble>
      ))}
      <Flex justifyContent="space-between" gap={3}>
        <Typography variant="pi" textColor="neutral700">
          {typing ? say('chats.visitorTypes', { name: visitor }) : ''}
        </Typography>
        <Box>
          {lastOwn !== undefined && seen >= lastOwn && underWay.length === 0 && (
            <Typography variant="pi" textColor="neutral600">
              {say('chats.seen')}
            </Typography>
          )}
        </Box>
      </Flex>
    </Scroll>
  );
};
