import { minutes, now } from '../platform/clock';
import type { Strapi } from '../platform/domain';
import { rows } from '../platform/rows';
import type { ChangeRow } from './rows';

const batchSize = 500;
const lookBack = 200;
const mostGaps = 1000;
const patience = minutes(10);

/**
 * Follows the counter of changes. Ids are given out before their transactions are committed, so a smaller
 * one can appear after a larger: ids that were passed over are looked for again for ten minutes.
 */
export const changeFollower = (strapi: Strapi) => {
  const changes = rows<ChangeRow>(strapi, 'search-change');
  let last = 0;
  const gaps = new Map<number, number>();

  const note = (ids: number[], from: number): void => {
    const moment = now().getTime();
    const seen = new Set(ids);
    for (let id = Math.max(from + 1, Math.max(last, ...ids) - mostGaps); id <= Math.max(last, ...ids); id += 1) if (!seen.has(id)) gaps.set(id, moment);
    for (const id of ids) gaps.delete(id);
    for (const [id, since] of gaps) if (moment - since > patience || gaps.size > mostGaps) gaps.delete(id);
    last = Math.max(last, ...ids);
  };

  return {
    /** Starts from now: what is in the database can be read without it. */
    async begin(): Promise<void> {
      gaps.clear();
      const newest = await changes.findMany({ orderBy: { id: 'desc' }, limit: lookBack, select: ['id'] });
      last = 0;
      if (newest.length > 0) note(newest.map(({ id }) => id), Math.max(0, (newest.at(-1)?.id ?? 0) - 1));
    },

    /** The next changes, oldest first; empty when there are none. */
    async next(): Promise<ChangeRow[]> {
      const where = gaps.size === 0 ? { id: { $gt: last } } : { $or: [{ id: { $gt: last } }, { id: { $in: [...gaps.keys()] } }] };
      const found = await changes.findMany({ where, orderBy: { id: 'asc' }, limit: batchSize });
      if (found.length > 0) note(found.map(({ id }) => id), last);
      return found;
    },

    /** How many changes there are that `next` has not answered yet. */
    behind: (): Promise<number> => changes.count({ where: { id: { $gt: last } } }),
  };
};
