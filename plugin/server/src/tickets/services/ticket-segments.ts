import { membership } from '../../accounts/services/membership';
import type { Belonging } from '../../accounts/services/membership';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { events } from '../../platform/services/events';
import { readRows, writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { policyMemory } from '../../segments/services/policy-memory';
import { activeStates } from '../state';

interface OpenTicket extends Belonging {
  id: number;
  /** The segment by whose promises it is counted. */
  counted: string | null;
}

/** Told of many tickets at once: `ticketIds`. */
export const segmentChanged = 'tickets.segment_changed';

const atOnce = 500;
const marks = (many: unknown[]): string => many.map(() => '?').join(', ');
const openSql = (one: boolean): string => `
  select t.id, t.segment as counted, c.segment, c.segment_by_rule as "segmentByRule", c.organisation_id as "organisationId", u.email
  from portal_tickets t join portal_customers c on c.id = t.requester_id join up_users u on u.id = c.user_id
  where t.id > ? and t.state in (${marks(activeStates)})${one ? ' and t.requester_id = ?' : ''} order by t.id limit ${atOnce}`;

/** Lets open tickets be counted by the promises of the segment that their requesters are in now. */
export const ticketSegments = ({ strapi }: { strapi: Strapi }) => {
  const pageAfter = (id: number, customerId: number | null): Promise<OpenTicket[]> => readRows<OpenTicket>(strapi, openSql(customerId !== null), [id, ...activeStates, ...(customerId === null ? [] : [customerId])]);

  /** Like every recount: the watch counts what is marked, and customers see no later time of change. */
  const move = (segment: string, ids: number[]): Promise<void> =>
    inTransaction(strapi, async (afterCommit) => {
      await writeStatement(strapi, `update portal_tickets set segment = ?, look_at = ? where id in (${marks(ids)}) and state in (${marks(activeStates)})`, [segment, now(), ...ids, ...activeStates]);
      await getService(strapi, 'events', events).record({ type: segmentChanged, subject: segment, payload: { ticketIds: ids } }, afterCommit);
    });

  const moveAll = async (found: OpenTicket[]): Promise<void> => {
    const { segmentOf } = getService(strapi, 'membership', membership);
    const moved = found.map((each) => ({ id: each.id, from: each.counted, to: segmentOf(each) })).filter(({ from, to }) => from !== to);
    for (const [segment, those] of Map.groupBy(moved, ({ to }) => to)) await move(segment, those.map(({ id }) => id));
  };

  return {
    /** The open tickets of one customer, or with null of everybody, in small steps. A promise that was kept or broken stays so. */
    async follow(customerId: number | null): Promise<void> {
      // Another process may have changed the rules a moment ago.
      await getService(strapi, 'policy-memory', policyMemory).follow();
      for (let last = 0; ; ) {
        const found = await pageAfter(last, customerId);
        await moveAll(found);
        if (found.length < atOnce) return;
        last = found.at(-1)?.id ?? last;
      }
    },
  };
};
