import { ServerResponse } from 'node:http';
import { z } from 'zod';
import { chatKey } from '../../../contracts/chat';
import type { SocketRefusal } from '../../../contracts/realtime';
import { sessions } from '../accounts/services/sessions';
import type { Viewer } from '../accounts/viewer';
import { hashOf, ownedBy } from '../chat/visitor';
import { chatLines } from '../chat/services/chat-lines';
import { chatTyping } from '../chat/services/chat-typing';
import { getService } from '../platform/get-service';
import { knownOrigins } from '../platform/public-address';
import type { Strapi } from '../platform/domain';
import { effectivePolicy } from '../segments/services/policies';
import { messageRate } from './message-rate';
import { admitWith } from './refuse-socket';
import { agentRoom, chatRoom, sessionRoom } from './rooms';
import { liveSockets } from './services/live-sockets';
import type { AgentSocket, ChatNamespace, ChatSocket } from './socket-types';

const shown = z.object({ chat: chatKey, visitor: z.string().max(64).optional() });
const visitorSign = z.object({ typing: z.boolean() });
const agentSign = z.strictObject({ chat: chatKey, typing: z.boolean() });
/** Tabs of one visitor, and of who else has his token. */
const mostPerChat = 10;

const viewerOf = (strapi: Strapi, { request }: ChatSocket): Promise<Viewer | null> => getService(strapi, 'sessions', sessions).viewerOf(strapi.server.app.createContext(request, new ServerResponse(request)));

/** Whose chat it is, is asked as the API asks: by the session's cookie or the guest's token. */
const admit = async (strapi: Strapi, namespace: ChatNamespace, socket: ChatSocket): Promise<SocketRefusal | null> => {
  const { origin } = socket.handshake.headers;
  if (origin !== undefined && !knownOrigins(strapi).includes(origin)) return 'origin_refused';
  const { data } = shown.safeParse(socket.handshake.auth);
  if (!data) return 'not_signed_in';
  const viewer = await viewerOf(strapi, socket);
  if (viewer?.mustEnrol || !effectivePolicy(strapi, viewer).features.liveChat) return 'access_refused';
  const owned = ownedBy({ viewer, hash: hashOf(data.visitor ?? '') });
  const chat = await getService(strapi, 'chat-lines', chatLines).find(`key = ? and state <> 'ended' and ${owned.sql}`, [data.chat, ...owned.bindings]);
  if (!chat) return 'not_signed_in';
  const room = chatRoom(chat.key);
  if ((namespace.adapter.rooms.get(room)?.size ?? 0) >= mostPerChat) return 'too_many_requests';
  socket.data.chat = chat.key;
  await socket.join(viewer && chat.customerId !== null ? [room, sessionRoom(viewer.sessionId)] : [room]);
  return null;
};

/** That a visitor writes is told to the agent who has his chat, and to nobody else. */
const tellAgent = async (strapi: Strapi, key: string, typing: boolean): Promise<void> => {
  getService(strapi, 'chat-typing', chatTyping).sign(key, typing);
  const chat = await getService(strapi, 'chat-lines', chatLines).find(`key = ? and state = 'open'`, [key]);
  if (chat?.agentId) getService(strapi, 'live-sockets', liveSockets).agents()?.to(agentRoom(chat.agentId)).emit('chatTyping', { chat: key, typing });
};

/** Lets visitors follow the chat that is theirs. Nothing that a page says puts it into another room. */
export const serveChats = (strapi: Strapi, namespace: ChatNamespace): void => {
  namespace.use((socket, next) => void admitWith(() => admit(strapi, namespace, socket), next, (error) => strapi.log.error(error)));
  namespace.on('connection', (socket) => {
    const mayBeHeard = messageRate();
    socket.use((_message, next) => void (mayBeHeard(Date.now()) ? next() : socket.disconnect(true)));
    socket.on('typing', (sign) => {
      const { data } = visitorSign.safeParse(sign);
      if (data && socket.data.chat) tellAgent(strapi, socket.data.chat, data.typing).catch((error: unknown) => strapi.log.debug(error));
    });
  });
};

/** That an agent writes in a chat is told to its visitor, if the chat is with this agent. */
export const hearTyping = (strapi: Strapi, socket: AgentSocket, agentId: number): void => {
  const tell = async ({ chat: key, typing }: z.infer<typeof agentSign>): Promise<void> => {
    const chat = await getService(strapi, 'chat-lines', chatLines).find(`key = ? and state = 'open' and agent_id = ?`, [key, agentId]);
    if (chat) getService(strapi, 'live-sockets', liveSockets).chats()?.to(chatRoom(key)).emit('typing', { chat: key, typing });
  };
  socket.on('chatTyping', (sign) => {
    const { data } = agentSign.safeParse(sign);
    if (data) tell(data).catch((error: unknown) => strapi.log.debug(error));
  });
};
