import { getService } from '../../platform/get-service';
import { seconds } from '../../platform/clock';
import type { Strapi } from '../../platform/domain';
import { heartbeats } from '../services/heartbeats';
import type { Check, Verdict } from '../verdict';
import { broken, reasonOf, together, warning } from '../verdict';

const urlsOf = (strapi: Strapi): string[] => [...new Set(['realtime.redisUrl', 'limits.redisUrl'].map((key) => strapi.config.get<string>(`plugin::portal.${key}`)).filter((url) => url !== ''))];
/** Without the password in it. */
const shown = (url: string): string => new URL(url).host;

const asked = async (url: string): Promise<Verdict | null> => {
  // Only where one is named.
  const { createClient } = await import('redis');
  const client = createClient({ url, disableOfflineQueue: true, socket: { connectTimeout: seconds(4), reconnectStrategy: false } });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const [, version = '0'] = /redis_version:(\S+)/.exec(await client.info('server')) ?? [];
    return Number.parseInt(version, 10) < 5 ? broken(`Redis at ${shown(url)} is of version ${version}, which has no streams.`, 'Use Redis 5 or newer (or Valkey).') : null;
  } catch (error) {
    return broken(`Redis at ${shown(url)} does not answer: ${reasonOf(error)}. Nodes do not hear each other, and limits are counted elsewhere.`, 'Start it, or set PORTAL_REDIS_URL (with its password: redis://:password@host:6379) to where it is.');
  } finally {
    if (client.isOpen) client.destroy();
  }
};

const alone = async (strapi: Strapi): Promise<Verdict | null> => {
  const nodes = (await getService(strapi, 'heartbeats', heartbeats).recent()).length;
  if (nodes < 2) return null;
  if (strapi.db.dialect.client === 'sqlite') return broken(`${nodes} nodes write into one SQLite file.`, 'Run one node, or move to PostgreSQL.');
  if (strapi.config.get('plugin::portal.realtime.enabled') && strapi.config.get('plugin::portal.realtime.redisUrl') === '') return warning(`${nodes} nodes run, and no Redis is named: open pages hear only of what happens on their own node.`, 'Set PORTAL_REDIS_URL on all of them.');
  return null;
};

/** Whether Redis answers where it is named, and is named where it is needed. */
export const redis: Check = async (strapi) => {
  const urls = urlsOf(strapi);
  const faults = [...(await Promise.all(urls.map(asked))), await alone(strapi)];
  return together(faults, urls.length === 0 ? 'No Redis is named, and none is needed.' : `Redis answers at ${urls.map(shown).join(' and ')}.`);
};
