import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Strapi } from '../platform/domain';
import { saidBy } from '../platform/said-by';
import type { LiveServer } from './socket-types';

const patienceMs = 3000;

/** How several nodes pass news on to each other's sockets. */
export interface BetweenNodes {
  adapter: NonNullable<Parameters<LiveServer['adapter']>[0]>;
  /** Runs whenever the line to Redis is there again after it was cut. */
  onAgain(run: () => void): void;
  close(): Promise<void>;
}

/** Installations that share one Redis do not hear each other. */
const streamOf = (strapi: Strapi): string => `portal-live-${createHash('sha256').update(strapi.config.get<string>('admin.auth.secret')).digest('hex').slice(0, 12)}`;

/**
 * The adapter over Redis streams, loaded only where `realtime.redisUrl` names one. A Redis that does not answer
 * stops neither the start nor what this node tells its own sockets.
 */
export const betweenNodes = async (strapi: Strapi, url: string): Promise<BetweenNodes> => {
  const [{ createClient }, { createAdapter }] = await Promise.all([import('redis'), import('@socket.io/redis-streams-adapter')]);
  // Without the line a command fails at once instead of waiting: this node's own sockets are told after it.
  const client = createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy: (tries) => Math.min(tries * 200, 2000) } });
  let cut = false;
  const again: (() => void)[] = [];
  client.on('error', (error) => {
    if (!cut) strapi.log.warn(`Live updates: Redis does not answer (${saidBy(error)}). Until it does, pages hear only of what happens on their own node.`);
    cut = true;
  });
  client.on('ready', () => {
    if (cut) for (const run of again) run();
    cut = false;
  });
  await Promise.race([client.connect(), pause(patienceMs, undefined, { ref: false })]);
  return {
    adapter: createAdapter(client, { streamName: streamOf(strapi), channelPrefix: streamOf(strapi), blockTimeInMs: 1000 }) as BetweenNodes['adapter'],
    onAgain: (run) => void again.push(run),
    close: async () => client.destroy(),
  };
};
