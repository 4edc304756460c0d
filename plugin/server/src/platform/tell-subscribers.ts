import type { Strapi } from './domain';
import type { Row } from './rows';
import { saidBy } from './said-by';

/** Something that happened, in the past tense. `subject` is the reference it happened to. */
export interface PortalEvent {
  type: string;
  subject: string;
  payload: Record<string, unknown>;
}
/** What a subscriber receives: at least once, so `id` is its key against doing the work twice. */
export interface DeliveredEvent extends PortalEvent {
  id: number;
  /** When it happened; it can be told much later. */
  at: Date;
}
/** `name` must stay the same over restarts. `together`: `handle` may be given several events at once. */
export interface Subscriber {
  name: string;
  types: string[];
  together: boolean;
  handle: (events: DeliveredEvent[]) => Promise<void>;
}

/** An event as it waits in its table. */
export interface OutboxRow extends Row, PortalEvent {
  /** Names of the subscribers that have had it. */
  done: string[] | null;
  state: 'pending' | 'delivered' | 'failed';
  attempts: number;
  availableAt: Date;
  lastError: string | null;
  lockedUntil: Date | null;
}
/** What telling needs of it. */
export type Untold = Pick<OutboxRow, 'id' | 'type' | 'subject' | 'payload' | 'done' | 'attempts' | 'createdAt'>;

/** How telling one event goes. */
export interface Delivery {
  event: DeliveredEvent;
  attempts: number;
  done: Set<string>;
  lastError: string | null;
}

const deliveryOf = ({ id, type, subject, payload, done, attempts, createdAt }: Untold): Delivery => ({ event: { id, type, subject, payload, at: new Date(createdAt) }, attempts, done: new Set(done ?? []), lastError: null });

const tellAlone = async (strapi: Strapi, { name, handle }: Subscriber, delivery: Delivery): Promise<void> => {
  const { event } = delivery;
  try {
    await handle([event]);
    delivery.done.add(name);
  } catch (error) {
    delivery.lastError = `${name}: ${saidBy(error)}`;
    strapi.log.error(`Event ${event.id} (${event.type} of ${event.subject}) failed for ${delivery.lastError}. It will be tried again.`);
  }
};

/** True when all were taken at once; then none of them needs to be told alone. */
const toldTogether = async ({ name, together, handle }: Subscriber, deliveries: Delivery[]): Promise<boolean> => {
  if (!together || deliveries.length < 2) return false;
  try {
    await handle(deliveries.map(({ event }) => event));
  } catch {
    // One of them may be what fails: each alone shows which, and the others are not held up by it.
    return false;
  }
  for (const delivery of deliveries) delivery.done.add(name);
  return true;
};

/**
 * Tells each event, oldest first, to every subscriber of its type that has not had it, each isolated from the
 * others' failures; answers how it went.
 */
export const tellSubscribers = async (strapi: Strapi, subscribers: Subscriber[], rows: Untold[]): Promise<Delivery[]> => {
  const deliveries = rows.map(deliveryOf);
  for (const subscriber of subscribers) {
    const its = deliveries.filter(({ event, done }) => subscriber.types.includes(event.type) && !done.has(subscriber.name));
    if (await toldTogether(subscriber, its)) continue;
    for (const delivery of its) await tellAlone(strapi, subscriber, delivery);
  }
  return deliveries;
};
