import type { IncomingMessage } from 'node:http';
import { ServerResponse } from 'node:http';
import { networkOf } from '../platform/network-address';
import type { Strapi } from '../platform/domain';
import type { LiveServer } from './socket-types';

/** Counts open connections by the network they come from, signed in or not. */
export const addressCaps = (strapi: Strapi) => {
  const open = new Map<string, number>();
  const most = strapi.config.get<number>('plugin::portal.realtime.limits.perAddress');
  // As for requests: behind a proxy that is trusted, the address is the one it names.
  const addressOf = (request: IncomingMessage): string => networkOf(strapi.server.app.createContext(request, new ServerResponse(request)).ip);
  const add = (address: string, count: number): void => {
    const left = (open.get(address) ?? 0) + count;
    if (left > 0) open.set(address, left);
    else open.delete(address);
  };

  return {
    allowRequest(request: IncomingMessage, answer: (error: string | null, allowed: boolean) => void): void {
      answer(null, (open.get(addressOf(request)) ?? 0) < most);
    },
    follow(io: LiveServer): void {
      io.engine.on('connection', (connection: { request: IncomingMessage; once(event: 'close', run: () => void): void }) => {
        const address = addressOf(connection.request);
        add(address, 1);
        connection.once('close', () => add(address, -1));
      });
    },
  };
};
