import { setTimeout as pause } from 'node:timers/promises';
import { chatsNamespace } from '../../../../contracts/chat';
import { agentsNamespace, customersNamespace, socketPath } from '../../../../contracts/socket-address';
import { sessions } from '../../accounts/services/sessions';
import { getService } from '../../platform/get-service';
import { seconds } from '../../platform/clock';
import type { Strapi } from '../../platform/domain';
import { addressCaps } from '../address-caps';
import { betweenNodes } from '../between-nodes';
import type { BetweenNodes } from '../between-nodes';
import { idsOfRooms, sessionRoom } from '../rooms';
import type { AgentNamespace, AgentSeat, ChatNamespace, CustomerNamespace, LiveServer } from '../socket-types';
import { agentAccess } from './agent-access';

// Of long lists SQLite thinks that reading the whole table is quicker, which for many lists it is not.
const atOnce = 200;
const chunked = (ids: string[]): string[][] => Array.from({ length: Math.ceil(ids.length / atOnce) }, (_none, index) => ids.slice(index * atOnce, (index + 1) * atOnce));

/** The sockets of this node: opened beside Strapi's own server, closed with what allowed them. */
export const liveSockets = ({ strapi }: { strapi: Strapi }) => {
  let io: LiveServer | null = null;
  let nodes: BetweenNodes | null = null;
  let [customers, agents, chats]: [CustomerNamespace | null, AgentNamespace | null, ChatNamespace | null] = [null, null, null];

  const start = async (): Promise<LiveServer> => {
    // Loaded here, so that an installation without live updates does not hold it in memory.
    const { Server } = await import('socket.io');
    const caps = addressCaps(strapi);
    const server = new Server(strapi.server.httpServer, {
      path: socketPath,
      serveClient: false,
      // What pages say is a reference and a number.
      maxHttpBufferSize: 4096,
      connectTimeout: seconds(20),
      transports: ['websocket', 'polling'],
      httpCompression: false,
      allowRequest: caps.allowRequest,
    });
    caps.follow(server);
    return server;
  };

  const connectNodes = async (server: LiveServer): Promise<void> => {
    const url = strapi.config.get<string>('plugin::portal.realtime.redisUrl');
    if (url === '') return;
    nodes = await betweenNodes(strapi, url);
    server.adapter(nodes.adapter);
    nodes.onAgain(() => {
      customers?.local.emit('again');
      agents?.local.emit('again');
      chats?.local.emit('again');
    });
    // Until it has read a first message, a node's place in the stream is "the end", which moves while it does not look.
    void pause(seconds(1), undefined, { ref: false }).then(() => agents?.to('nobody').emit('again'));
  };

  /** The ids of sessions that somebody is connected in, here. */
  const connected = (namespace: CustomerNamespace | AgentNamespace | ChatNamespace): string[] => idsOfRooms(namespace.adapter.rooms.keys(), 'session');

  return {
    isOpen: (): boolean => io !== null,
    /** Null where live updates, or the portal for customers, are off. */
    customers: (): CustomerNamespace | null => customers,
    agents: (): AgentNamespace | null => agents,
    chats: (): ChatNamespace | null => chats,

    /** Opens the namespaces; who may enter them is for the caller to say, before anybody can. */
    async open(): Promise<{ agents: AgentNamespace; customers: CustomerNamespace | null; chats: ChatNamespace | null }> {
      io = await start();
      await connectNodes(io);
      agents = io.of(agentsNamespace) as AgentNamespace;
      customers = strapi.config.get('plugin::portal.enabled') ? (io.of(customersNamespace) as CustomerNamespace) : null;
      chats = strapi.config.get('plugin::portal.enabled') ? (io.of(chatsNamespace) as ChatNamespace) : null;
      return { agents, customers, chats };
    },

    /** Closes sockets whose session ended, whatever ended it, on whichever node: one statement for two hundred sessions. */
    async closeEnded(): Promise<void> {
      for (const namespace of [customers, chats]) {
        for (const ids of namespace ? chunked(connected(namespace)) : []) {
          const open = await getService(strapi, 'sessions', sessions).stillOpen(ids.map(Number));
          for (const id of ids.filter((each) => !open.has(Number(each)))) namespace?.local.in(sessionRoom(id)).disconnectSockets(true);
        }
      }
      for (const ids of agents ? chunked(connected(agents)) : []) {
        const open = await getService(strapi, 'agent-access', agentAccess).openSessions(ids);
        for (const id of ids.filter((each) => !open.has(each))) agents?.local.in(sessionRoom(id)).disconnectSockets(true);
      }
    },

    /** Closes sockets of agents whose roles no longer let them read tickets. */
    async closeForbidden(): Promise<void> {
      const here = [...(agents?.sockets.values() ?? [])];
      for (const user of new Set(here.map(({ data }) => (data as AgentSeat).id))) {
        if (await getService(strapi, 'agent-access', agentAccess).mayRead(user)) continue;
        for (const socket of here.filter(({ data }) => (data as AgentSeat).id === user)) socket.disconnect(true);
      }
    },

    /** Ends every connection as if the line was lost, so that pages try another node, or this one once it is back. */
    async close(): Promise<void> {
      const server = io;
      io = null;
      server?.engine.close();
      for (const namespace of [server?.of('/'), customers, agents, chats]) await namespace?.adapter.close();
      await nodes?.close();
      [customers, agents, chats, nodes] = [null, null, null, null];
    },
  };
};
