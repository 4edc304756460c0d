import { hours, seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { chat as chatType } from './content-types/chat';
import { chatBlock } from './content-types/chat-block';
import { chatMessage } from './content-types/chat-message';
import { chatSeat } from './content-types/chat-seat';
import { chats } from './controllers/chats';
import { deskChats } from './controllers/desk-chats';
import { chatRoutes } from './routes/chats';
import { deskChatRoutes } from './routes/desk';
import { chatBeginnings } from './services/chat-beginnings';
import { chatBlocks } from './services/chat-blocks';
import { chatDesk } from './services/chat-desk';
import { chatDoor } from './services/chat-door';
import { chatEndings } from './services/chat-endings';
import { chatLines } from './services/chat-lines';
import { chatMails } from './services/chat-mails';
import { chatNews } from './services/chat-news';
import { chatPages } from './services/chat-pages';
import { chatRequests } from './services/chat-requests';
import { chatSeats } from './services/chat-seats';
import { chatTyping } from './services/chat-typing';
import { chatVisits } from './services/chat-visits';
import { chatWatch } from './services/chat-watch';
import { chatWork } from './services/chat-work';

/** Rank 6: a conversation while both are there: queue, seats of agents, and what becomes of it. */
export const chat: Domain = {
  contentTypes: { chat: chatType, 'chat-message': chatMessage, 'chat-seat': chatSeat, 'chat-block': chatBlock },
  controllers: { chats, 'desk-chats': deskChats },
  services: {
    'chat-beginnings': chatBeginnings,
    'chat-blocks': chatBlocks,
    'chat-desk': chatDesk,
    'chat-door': chatDoor,
    'chat-endings': chatEndings,
    'chat-lines': chatLines,
    'chat-mails': chatMails,
    'chat-news': chatNews,
    'chat-pages': chatPages,
    'chat-requests': chatRequests,
    'chat-seats': chatSeats,
    'chat-typing': chatTyping,
    'chat-visits': chatVisits,
    'chat-watch': chatWatch,
    'chat-work': chatWork,
  },
  routes: { contentApi: chatRoutes, admin: deskChatRoutes },
  bootstrap({ strapi }) {
    const timers = getService(strapi, 'jobs', jobs);
    const watch = getService(strapi, 'chat-watch', chatWatch);
    timers.start({ name: 'give back chats of agents who are gone', everyMs: seconds(15), run: () => watch.freeVanished() });
    timers.start({ name: 'end silent chats', everyMs: seconds(30), run: () => watch.endSilent() });
    timers.start({ name: 'mail unread words of chats', everyMs: seconds(15), run: () => getService(strapi, 'chat-mails', chatMails).mailDue() });
    timers.start({ name: 'forget addresses of chats', everyMs: hours(1), run: () => watch.forget() });
  },
};
