import type { TicketListItem } from '../../../../contracts/tickets';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { columnsOf } from '../list-query';
import { shelvesOf } from '../membership';
import { summaryColumns } from '../rows';
import type { TicketSummaryRow } from '../rows';
import { toSummary } from '../serialize';
import { activeStates } from '../state';
import { categories } from './categories';

/** What is open for a customer. */
export interface OpenRequests {
  list: TicketListItem[];
  count: number;
  waiting: number;
  /** Numbers of those in the list, for what else is to be found about them. */
  tickets: { id: number; subject: string }[];
}
type Counted = TicketSummaryRow & { total: number | string; waiting: number | string };

const states = activeStates.map(() => '?').join(', ');

/** Open requests of a customer, and of others who let him take part. */
export const openRequests = ({ strapi }: { strapi: Strapi }) => ({
  /** What waits for him first, then what changed last; with how many there are of each, in one statement. */
  async of(customerId: number, limit: number): Promise<OpenRequests> {
    const shelves = shelvesOf(customerId);
    const found = shelves.map(({ sql }) => `select id as "found" from portal_tickets where ${sql} and state in (${states})`).join(' union all ');
    const { sql: columns } = columnsOf(summaryColumns, []);
    const sql = `select ${columns}, count(*) over () as "total", sum(case when turn = 'requester' then 1 else 0 end) over () as "waiting"
      from (${found}) as shelves join portal_tickets on portal_tickets.id = "found"
      order by case when turn = 'requester' then 0 else 1 end, last_visible_at desc, id desc limit ?`;
    const read = await readRows<Counted>(strapi, sql, [...shelves.flatMap(({ bindings }) => [...bindings, ...activeStates]), limit]);
    const known = await getService(strapi, 'categories', categories).byIds();
    return {
      list: read.map((row) => ({ ...toSummary(row, known.get(row.categoryId) ?? null), participating: row.requesterId !== customerId })),
      count: Number(read[0]?.total ?? 0),
      waiting: Number(read[0]?.waiting ?? 0),
      tickets: read.map(({ id, subject }) => ({ id, subject })),
    };
  },
});
