import { seconds } from '../platform/clock';
import { chatNews } from '../chat/services/chat-news';
import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { ticketEventTypes } from '../../../contracts/tickets';
import { serveAgents } from './agent-sockets';
import { livePasses as livePassController } from './controllers/live-passes';
import { serveChats } from './chat-sockets';
import { serveCustomers } from './customer-sockets';
import { livePassRoutes } from './routes/live-passes';
import { agentAccess } from './services/agent-access';
import { chatLive } from './services/chat-live';
import { liveNews } from './services/live-news';
import { liveSockets } from './services/live-sockets';

/** Rank 7: tells open pages that something happened. Listens to events; nobody imports it. */
export const realtime: Domain = {
  controllers: { 'live-passes': livePassController },
  services: { 'agent-access': agentAccess, 'chat-live': chatLive, 'live-news': liveNews, 'live-sockets': liveSockets },
  routes: { admin: livePassRoutes },

  async bootstrap({ strapi }) {
    if (!strapi.config.get('plugin::portal.realtime.enabled')) return;
    const sockets = getService(strapi, 'live-sockets', liveSockets);
    const { agents, customers, chats } = await sockets.open();
    serveAgents(strapi, agents);
    if (customers) serveCustomers(strapi, customers);
    if (chats) serveChats(strapi, chats);
    const live = getService(strapi, 'chat-live', chatLive);
    getService(strapi, 'chat-news', chatNews).learn(live.tell);
    getService(strapi, 'events', events).subscribe('live chats', ['chat.happened'], getService(strapi, 'chat-news', chatNews).hear);
    getService(strapi, 'events', events).subscribeTogether('live-news', [...ticketEventTypes], getService(strapi, 'live-news', liveNews).tell);
    const timers = getService(strapi, 'jobs', jobs);
    timers.start({ name: 'close sockets of ended sessions', everyMs: seconds(1), run: () => sockets.closeEnded() });
    timers.start({ name: 'see which agents are there', everyMs: seconds(20), run: () => live.signAgents() });
    timers.start({ name: 'close sockets of chats that are over', everyMs: seconds(30), run: () => live.closeEnded() });
    timers.start({ name: 'close sockets of agents without the right', everyMs: seconds(5), run: () => sockets.closeForbidden() });
  },

  destroy: ({ strapi }) => getService(strapi, 'live-sockets', liveSockets).close(),
};
