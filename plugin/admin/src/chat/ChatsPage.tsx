import { Box, Typography, VisuallyHidden } from '@strapi/design-system';
import { Layouts, Page, useAuth, useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import { refusalOf, sayRefusal } from '../desk/refusal';
import { ShortcutHelp } from '../desk/ShortcutHelp';
import { Failure } from '../display/Failure';
import type { Loaded } from '../desk/use-loaded';
import { chatPath } from '../places';
import { useWords } from '../use-words';
import { ChatList } from './ChatList';
import { ChatView } from './ChatView';
import { acceptChat, transferChat } from './client';
import { MyChats } from './MyChats';
import { SeatControls } from './SeatControls';
import { Shelves, useShelf } from './Shelves';
import { useAnnouncements } from './use-announcements';
import { focusChatField, useChatKeys } from './use-chat-keys';
import { useChats } from './use-chats';
import type { Chats } from './use-chats';

const Halves = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[5]};

  @media (min-width: 48em) {
    grid-template-columns: 24rem minmax(0, 1fr);
  }
`;

/** Takes a chat and opens it; that a colleague was quicker is said, and the lists show who. */
const useTaking = (search: string, reload: () => void) => {
  const say = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [taking, setTaking] = useState(false);
  const take = async (key: string, way = acceptChat): Promise<void> => {
    setTaking(true);
    try {
      await way(key);
      navigate(chatPath(key, search));
      focusChatField(key);
    } catch (error) {
      toggleNotification({ type: 'danger', message: refusalOf(error).code === 'limit_reached' ? say('chats.full') : sayRefusal(error, say) });
    } finally {
      setTaking(false);
      reload();
    }
  };
  return { taking, take };
};

const Content = ({ chats, loaded, onHelp }: { chats: Chats; loaded: Loaded<Chats>; onHelp(): void }) => {
  const say = useWords();
  const { key } = useParams();
  const { search } = useLocation();
  const shelf = useShelf();
  const { taking, take } = useTaking(search, loaded.reload);
  const { words, round, announce } = useAnnouncements(chats, key);
  const me = Number(useAuth('ChatsPage', ({ user }) => user?.id));
  const takeOver = (chat: string): Promise<void> => take(chat, (each) => transferChat(each, me));
  const next = chats.waiting[0]?.key;
  const takeNext = (): void => void (next && take(next));
  const takeOpen = (): void => void (chats.waiting.some((each) => each.key === key) ? take(key!) : takeNext());
  useChatKeys({ mine: chats.mine, open: key, search, take: takeOpen, help: onHelp });
  return (
    <Halves>
      <VisuallyHidden role="status">
        <span key={round}>{words}</span>
      </VisuallyHidden>
      <Box aria-busy={chats.shelf !== shelf}>
        <Shelves current={shelf} counts={chats.counts} open={key} />
        <ChatList shelf={chats.shelf} chats={chats.shown} open={key} onTakeNext={takeNext} taking={taking} />
      </Box>
      <Box minWidth={0}>
        <MyChats chats={chats.mine} open={key} search={search} />
        {key ? <ChatView key={key} chat={key} search={search} onChange={loaded.reload} onTake={() => take(key)} onTakeOver={() => takeOver(key)} taking={taking} announce={announce} /> : <Typography textColor="neutral600">{say('chats.choose')}</Typography>}
      </Box>
    </Halves>
  );
};

/** The agents' live chats: what waits, what each has, and the one that is open. */
export const ChatsPage = () => {
  const say = useWords();
  const [help, setHelp] = useState(false);
  const loaded = useChats(useShelf());
  const { value, error, reload } = loaded;
  const subtitle = value ? say('chats.subtitle', { waiting: value.counts.waiting, agents: value.available.length }) : ' ';
  return (
    <Page.Main>
      <Page.Title>{say('chats.title')}</Page.Title>
      <Layouts.Header title={say('chats.title')} subtitle={subtitle} primaryAction={value && <SeatControls seat={value.seat} onChange={reload} />} />
      <Layouts.Content>
        {error !== undefined && <Failure error={error} onRetry={reload} />}
        {value ? <Content chats={value} loaded={loaded} onHelp={() => setHelp(true)} /> : !error && <Page.Loading>{say('loading')}</Page.Loading>}
        <Box paddingBottom={8} />
      </Layouts.Content>
      <ShortcutHelp open={help} onClose={() => setHelp(false)} />
    </Page.Main>
  );
};
