import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Strapi } from '../platform/domain';
import { redisLine } from './redis-line';

const table = 'portal_limits';
/** Makes the table as the library expects it, which writes rows by the order of columns; so it is no content type of Strapi. */
export const createCounts = `create table if not exists ${table} (key varchar(255) primary key, points integer not null default 0, expire bigint)`;

/** Where limits are counted. */
export interface Store {
  /** Asking it costs a statement that writes: what is counted often is drawn in shares. */
  isDatabase: boolean;
  /** The count of a name. `points`: from which on this node need not ask any more until the window ends. */
  counter(name: string, points: number, windowMs: number): RateLimiterAbstract;
  /** Removes counts whose window has ended, where the store does not do so by itself. */
  forgetOld(): Promise<void>;
  close(): void;
}

type Options = { keyPrefix: string; points: number; duration: number };
type MakeCounter = (options: Options) => RateLimiterAbstract;

const inDatabase = (strapi: Strapi): MakeCounter => (options) =>
  new RateLimiterPostgres({ ...options, storeClient: strapi.db.connection, storeType: 'knex', tableName: table, tableCreated: true, clearExpiredByTimeout: false, inMemoryBlockOnConsumed: options.points });

/** By name and size, so that what a counter remembers of those that are spent is remembered once. */
const once = (make: MakeCounter): Store['counter'] => {
  const made = new Map<string, RateLimiterAbstract>();
  return (name, points, windowMs) => {
    const key = `${name} ${points} ${windowMs}`;
    const counter = made.get(key) ?? make({ keyPrefix: `portal-${name}`, points, duration: Math.ceil(windowMs / 1000) });
    made.set(key, counter);
    return counter;
  };
};

/**
 * One store for all nodes: Redis where one is named, else the database; SQLite has one process, whose memory is
 * exact and costs nothing. While Redis is away, the database (or this process) counts instead: never nobody.
 */
export const openStore = async (strapi: Strapi, redisUrl: string): Promise<Store> => {
  const isPostgres = strapi.db.dialect.client === 'postgres';
  const own: MakeCounter = isPostgres ? inDatabase(strapi) : (options) => new RateLimiterMemory(options);
  const forgetOld = async (): Promise<void> => {
    if (isPostgres) await strapi.db.connection.raw(`delete from ${table} where expire < ?`, [Date.now()]);
  };
  if (redisUrl === '') return { isDatabase: isPostgres, counter: once(own), forgetOld, close: () => undefined };
  const line = await redisLine(strapi, redisUrl);
  const counter = once((options) => new RateLimiterRedis({ ...options, storeClient: line, useRedisPackage: true, rejectIfRedisNotReady: true, inMemoryBlockOnConsumed: options.points, insuranceLimiter: own(options) }));
  return { isDatabase: false, counter, forgetOld, close: () => line.destroy() };
};
