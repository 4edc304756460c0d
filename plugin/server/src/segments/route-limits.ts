import type { RateLimits } from '../../../contracts/rate-limits';
import type { Viewer } from '../accounts/viewer';
import type { Limit } from '../limits/limit';
import type { LimitName } from '../limits/within';
import { hours, minutes } from '../platform/clock';
import { networkOf } from '../platform/network-address';
import type { EffectivePolicy } from './resolve-policy';

/** What a name counts. `customer`: the figure for those who are signed in, where they have one of their own. */
interface RouteLimit {
  windowMs: number;
  often?: boolean;
  customer?: keyof EffectivePolicy['rates'];
  address: keyof RateLimits['perAddress'] | null;
}

const limits: Record<LimitName, RouteLimit> = {
  'sign-ins': { windowMs: hours(1), address: 'signInsPerHour' },
  registrations: { windowMs: hours(1), address: 'registrationsPerHour' },
  confirmations: { windowMs: hours(1), address: 'confirmationsPerHour' },
  resets: { windowMs: hours(1), address: 'resetsPerHour' },
  searches: { windowMs: minutes(1), often: true, customer: 'searchesPerMinute', address: 'searchesPerMinute' },
  uploads: { windowMs: hours(1), customer: 'uploadsPerHour', address: null },
  changes: { windowMs: hours(1), often: true, address: 'changesPerHour' },
  chats: { windowMs: hours(1), customer: 'chatsPerHour', address: 'chatsPerHour' },
  'chat-messages': { windowMs: minutes(1), often: true, customer: 'chatMessagesPerMinute', address: 'chatMessagesPerMinute' },
  reports: { windowMs: hours(1), often: true, address: 'reportsPerHour' },
};

/** The limit of a route for whoever calls it, and whom it counts: a customer by himself, everybody else by his network. Null: nothing is counted. */
export const routeLimit = (name: LimitName, viewer: Viewer | undefined, address: string, rates: EffectivePolicy['rates'], perAddress: RateLimits['perAddress']): { limit: Limit; subject: string } | null => {
  const { windowMs, often = false, customer, address: figure } = limits[name];
  const quota = viewer && customer ? rates[customer] : figure && perAddress[figure];
  if (quota === null) return null;
  return { limit: { name, quota, windowMs, often }, subject: viewer ? `customer ${viewer.customerId}` : `address ${networkOf(address)}` };
};
