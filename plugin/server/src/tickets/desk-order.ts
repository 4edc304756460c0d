import type { DeskListQuery } from '../../../contracts/desk';
import { priorities, ticketStates } from '../../../contracts/tickets';
import type { Strapi } from '../platform/domain';
import { isNarrow } from './desk-conditions';
import { allOf, equal, statesOf } from './list-query';
import type { Shelf } from './page-sql';
import { rankOf } from './state';

interface Way {
  shelves?: Shelf[];
  walked?: string;
}

/** Of each priority, where all states are wanted, each state by itself: the index goes on with it. */
const byPriority = ({ state, turn }: DeskListQuery): Shelf[] => {
  const ranks = priorities.map((priority) => equal('priority_rank', rankOf(priority)));
  const cut = state || turn ? ranks : ranks.flatMap((rank) => ticketStates.map((each) => allOf([rank, equal('state', each)])));
  return cut.map((condition) => ({ ...condition, same: 'priority_rank' }));
};
const byState = ({ state }: DeskListQuery): Shelf[] => (statesOf(state) ?? ticketStates).map((each) => equal('state', each));

/** On SQLite with the index that has the order: it has no statistics, and two indexes begin with the state. */
const told = (strapi: Strapi, way: Way): Way => (strapi.db.dialect.client === 'sqlite' ? way : { ...(way.shelves ? { shelves: way.shelves } : {}) });

/**
 * How the agents' list is looked through where no filter leaves only a few: without help SQLite would read every open
 * ticket to put them in an order that no index of states has (docs/decisions/063-ways-through-the-inbox.md).
 */
export const wayThrough = (strapi: Strapi, query: DeskListQuery): Way => {
  const { sort, state, turn, category, priority, assignee } = query;
  if (isNarrow(query) || category || priority || assignee) return {};
  if (sort.endsWith('priority')) return told(strapi, { shelves: byPriority(query), walked: 'portal_tickets_priority_state' });
  if (sort.endsWith('createdAt')) return told(strapi, { shelves: byState(query), walked: 'portal_tickets_state_created' });
  return sort.endsWith('updatedAt') && (state || turn) ? told(strapi, { walked: 'portal_tickets_state_updated' }) : {};
};
