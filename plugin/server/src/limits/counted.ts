import { after } from '../platform/clock';
import { getService } from '../platform/get-service';
import { readRows } from '../platform/statements';
import type { Binding } from '../platform/statements';
import type { Strapi } from '../platform/domain';
import type { Limit, Standing } from './limit';
import { limits } from './services/limits';

/** Rows that are themselves the count: a table with its conditions, and what stands for their question marks. */
export interface CountedRows {
  from: string;
  bindings: Binding[];
}

const momentOf = (value: string | number | Date): number => new Date(value).getTime();

/**
 * How a limit stands whose rows are counted themselves: kept over restarts, shared by all nodes, and exact inside a
 * transaction that lets nobody else write them. The window slides: each row counts until it is as old. One statement,
 * or two where the limit was lowered.
 */
export const countedStanding = async (strapi: Strapi, limit: Limit, { from, bindings }: CountedRows, moment: Date): Promise<Standing> => {
  const since = after(moment, -limit.windowMs);
  const [counted] = await readRows<{ used: number | string; oldest: string | number | Date | null }>(strapi, `select count(*) as used, min(created_at) as oldest from ${from} and created_at > ?`, [...bindings, since]);
  const used = Number(counted?.used ?? 0);
  const nth = `select created_at as oldest from ${from} and created_at > ? order by created_at desc limit 1 offset ${limit.quota - 1}`;
  const [lowered] = used > limit.quota ? await readRows<{ oldest: string | number | Date }>(strapi, nth, [...bindings, since]) : [];
  const oldest = lowered?.oldest ?? counted?.oldest ?? moment;
  return { limit, accepted: used < limit.quota, left: Math.max(0, limit.quota - used), resetMs: momentOf(oldest) + limit.windowMs - moment.getTime() };
};

/** Says in the answer how such a limit stands with the row that is written next; 429 `too_many_requests` where there is no room for it. */
export const spendCounted = (strapi: Strapi, standing: Standing, message: string): void => {
  const service = getService(strapi, 'limits', limits);
  service.tell({ ...standing, left: standing.left - 1 });
  if (!standing.accepted) throw service.refusal(standing, message);
};
