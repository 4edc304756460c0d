import type { Socket } from 'socket.io-client';
import type { ChatTyping } from '../../../contracts/chat';
import type { Presence } from '../../../contracts/desk';
import type { FromAgents, LivePass, LookingSign, ToAgents } from '../../../contracts/realtime';
import { agentsNamespace, socketPath } from '../../../contracts/socket-address';
import { post } from '../desk/ask';

/** Hears of news about a ticket, or about a chat; null: look at everything again. */
type Hear = (about: string | null) => void;
type HearTyping = (sign: ChatTyping) => void;

const attemptMs = 5000;
const againMs = 60_000;
const lingerMs = 2000;

let socket: Socket<ToAgents, FromAgents> | null = null;
let users = 0;
let opening = false;
const [changes, news, presence, chats, typing] = [new Set<() => void>(), new Set<Hear>(), new Set<Hear>(), new Set<Hear>(), new Set<HearTyping>()];

/** Where Strapi answers; its own types leave it out. */
const backend = (): string => (window.strapi as unknown as { backendURL: string }).backendURL;
const tell = (hearers: Set<Hear>, about: string | null): void => hearers.forEach((hear) => hear(about));
const tellAll = (): void => [news, chats].forEach((hearers) => tell(hearers, null));
const tellChange = (): void => changes.forEach((hear) => hear());
const askForPass = async (): Promise<string | null> => (await post<LivePass>('/portal/live-passes', {})).pass;
const subscribeTo = <Hearer>(all: Set<Hearer>, hear: Hearer): (() => void) => {
  all.add(hear);
  return () => void all.delete(hear);
};
const later = (act: () => void, milliseconds: number): void => void setTimeout(() => users > 0 && act(), milliseconds);

const listen = (line: Socket<ToAgents, FromAgents>): void => {
  line.on('connect', () => {
    tellChange();
    tellAll();
  });
  line.on('disconnect', (reason) => {
    tellChange();
    // The server ended it, as it does when the session was renewed: a new pass says whether it may go on.
    if (reason === 'io server disconnect') later(() => line.connect(), 1000);
  });
  line.on('connect_error', () => !line.active && later(() => line.connect(), againMs));
  line.on('news', ({ reference }) => tell(news, reference));
  line.on('again', tellAll);
  line.on('presence', ({ reference }) => tell(presence, reference));
  line.on('chat', ({ chat }) => tell(chats, chat));
  line.on('chatTyping', (sign) => typing.forEach((hear) => hear(sign)));
};

const open = async (): Promise<void> => {
  // Null where live updates are off: then there is nothing to load either.
  let first = await askForPass();
  if (first === null) return;
  const { io } = await import('socket.io-client');
  const auth = (give: (shown: object) => void): void => {
    const pass = first === null ? askForPass().catch(() => null) : Promise.resolve(first);
    first = null;
    void pass.then((given) => give({ pass: given }));
  };
  socket = io(`${backend()}${agentsNamespace}`, { path: socketPath, transports: ['websocket', 'polling'], tryAllTransports: true, timeout: attemptMs, reconnectionDelayMax: 4000, auth });
  listen(socket);
};

const close = (): void => {
  if (users > 0) return;
  socket?.disconnect();
  socket = null;
};

/** Opens the desk's one line while anybody on the page wants it; answers how to let it go. */
export const enterLine = (): (() => void) => {
  users += 1;
  if (!socket && !opening) {
    opening = true;
    // Without it the pages ask now and then, as they do where sockets are off.
    void open().catch(() => undefined).finally(() => (opening = false));
  }
  return () => {
    users -= 1;
    // Whoever only goes on to the next ticket keeps it.
    setTimeout(close, lingerMs);
  };
};

/** True while news come by themselves. */
export const isConnected = (): boolean => socket?.connected ?? false;
/** Calls `hear` whenever that changes; these answer how to stop it. */
export const onChange = (hear: () => void): (() => void) => subscribeTo(changes, hear);
/** Calls `hear` when something happened to a ticket. */
export const onNews = (hear: Hear): (() => void) => subscribeTo(news, hear);
/** Calls `hear` when others came to a ticket, left it, or write. */
export const onPresence = (hear: Hear): (() => void) => subscribeTo(presence, hear);
/** Calls `hear` when something happened in a chat. */
export const onChats = (hear: Hear): (() => void) => subscribeTo(chats, hear);
/** Calls `hear` when a visitor began to write, or stopped. */
export const onTyping = (hear: HearTyping): (() => void) => subscribeTo(typing, hear);

/** Says whether the agent writes in a chat of his. */
export const signTyping = (sign: ChatTyping): void => void socket?.volatile.emit('chatTyping', sign);
/** Says that the agent is there; answers who else is. Rejects when no answer comes. */
export const look = async (sign: LookingSign): Promise<Presence> => {
  const answer = await socket?.timeout(attemptMs).emitWithAck('looking', sign);
  if (!answer) throw new Error('There was no answer.');
  return answer;
};
/** Says that the agent went away. */
export const leave = (reference: string): void => void socket?.emit('leaving', { reference });
