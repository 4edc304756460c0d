import type { DeskListQuery } from '../../../contracts/desk';
import { priorities } from '../../../contracts/tickets';
import type { Strapi } from '../platform/domain';
import { isNarrow } from './desk-conditions';
import { equal } from './list-query';
import type { Shelf } from './page-sql';
import { rankOf } from './state';

const byPriority: Shelf[] = priorities.map((priority) => ({ ...equal('priority_rank', rankOf(priority)), same: 'priority_rank' }));

/**
 * How the agents' list is looked through where no filter leaves only a few: without help SQLite would read every open
 * ticket to put them in an order that no index of states has (docs/decisions/063-ways-through-the-inbox.md).
 */
export const wayThrough = (strapi: Strapi, query: DeskListQuery): { shelves?: Shelf[]; walked?: string } => {
  if (isNarrow(query) || query.category || query.priority) return {};
  if (query.sort.endsWith('priority')) return { shelves: byPriority };
  return query.sort.endsWith('createdAt') && strapi.db.dialect.client === 'sqlite' ? { walked: 'portal_tickets_created' } : {};
};
