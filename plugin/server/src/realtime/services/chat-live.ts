import type { ChatNews } from '../../../../contracts/chat';
import { chatLines } from '../../chat/services/chat-lines';
import { chatSeats } from '../../chat/services/chat-seats';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { chatRoom, idsOfRooms } from '../rooms';
import type { AgentSeat } from '../socket-types';
import { liveSockets } from './live-sockets';

// SQLite counts every value of a statement.
const atOnce = 200;

/** Tells open pages of chats, and knows from them who is there. */
export const chatLive = ({ strapi }: { strapi: Strapi }) => {
  const sockets = () => getService(strapi, 'live-sockets', liveSockets);

  return {
    /** Tells those who follow a chat, and the desk; other nodes' sockets through the adapter. */
    tell(news: ChatNews): void {
      sockets().chats()?.to(chatRoom(news.chat)).emit('chat', news);
      // That the queue moved, or that an agent has read, is news for visitors alone.
      if (news.message > 0) sockets().agents()?.emit('chat', news);
    },

    /** Agents who have a page open here are there. */
    async signAgents(): Promise<void> {
      const here = new Set([...(sockets().agents()?.sockets.values() ?? [])].map(({ data }) => (data as AgentSeat).id));
      if (here.size > 0) await getService(strapi, 'chat-seats', chatSeats).sign([...here]);
    },

    /** Closes sockets of chats that are over; their pages were told, and know it by the chat's state. */
    async closeEnded(): Promise<void> {
      const keys = idsOfRooms(sockets().chats()?.adapter.rooms.keys() ?? [], 'chat');
      for (let start = 0; start < keys.length; start += atOnce) {
        const some = keys.slice(start, start + atOnce);
        const open = new Set((await getService(strapi, 'chat-lines', chatLines).many(`key in (${some.map(() => '?').join(', ')}) and state <> 'ended'`, some)).map(({ key }) => key));
        for (const key of some.filter((each) => !open.has(each))) sockets().chats()?.local.in(chatRoom(key)).disconnectSockets(true);
      }
    },
  };
};
