import { setTimeout as pause } from 'node:timers/promises';
import type { createClient } from 'redis';
import type { Strapi } from '../platform/domain';
import { saidBy } from '../platform/said-by';

const patienceMs = 3000;

export type RedisLine = ReturnType<typeof createClient>;

/** A line to Redis. One that does not answer stops nothing: its commands fail at once, and what is counted is counted elsewhere. */
export const redisLine = async (strapi: Strapi, url: string): Promise<RedisLine> => {
  const { createClient } = await import('redis');
  const client = createClient({ url, disableOfflineQueue: true, socket: { reconnectStrategy: (tries) => Math.min(tries * 200, 2000) } });
  let cut = false;
  client.on('error', (error) => {
    if (!cut) strapi.log.warn(`Limits: Redis does not answer (${saidBy(error)}). Until it does, they are counted in the database, or by each node alone where that is SQLite.`);
    cut = true;
  });
  client.on('ready', () => (cut = false));
  await Promise.race([client.connect().catch(() => undefined), pause(patienceMs, undefined, { ref: false })]);
  return client;
};
