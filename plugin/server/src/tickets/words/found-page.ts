import type { DeskListQuery, DeskSort } from '../../../../contracts/desk';
import { mostCounted } from '../../../../contracts/desk-views';
import type { Pagination } from '../../../../contracts/platform';
import { readRows } from '../../platform/statements';
import { couldBeReference } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { isNarrow } from '../desk-conditions';
import { allOf, orderOf, paginationOf } from '../list-query';
import type { Condition } from '../list-query';
import { askedWords } from './cut';
import type { AskedWord } from './cut';
import { idsMatching, matching } from './table';

// The newest of what is found are found first, so that a word of every ticket costs no more than a rare one. SQLite
// does not see by itself that it can stop early: it has to be told to begin with the words.
const byWords = ({ sql, bindings }: Condition, { sql: filters, bindings: values }: Condition): Condition => ({
  sql: `select portal_tickets.id from portal_ticket_words cross join portal_tickets on portal_tickets.id = portal_ticket_words.rowid where ${sql} and ${filters} order by portal_ticket_words.rowid desc limit ${mostCounted}`,
  bindings: [...bindings, ...values],
});

const byFilters = ({ sql, bindings }: Condition, { sql: filters, bindings: values }: Condition): Condition => ({
  sql: `select id from portal_tickets where ${filters} and id in (${sql}) order by id desc limit ${mostCounted}`,
  bindings: [...values, ...bindings],
});

const foundSql = (strapi: Strapi, query: DeskListQuery, asked: AskedWord[], conditions: Condition[]): Condition => {
  const words = matching(strapi, asked);
  const filters = allOf(conditions);
  const ids = idsMatching(strapi, words);
  // A reference is found the moment its ticket is there.
  if (couldBeReference(query.q)) return byFilters({ sql: `${ids.sql} union select id from portal_tickets where reference = ?`, bindings: [...ids.bindings, query.q.toUpperCase()] }, filters);
  return strapi.db.dialect.client === 'sqlite' && !isNarrow(query) ? byWords(words, filters) : byFilters(ids, filters);
};

/** First those with all words in the subject, each half newest first. */
const orderSql = (strapi: Strapi, sort: DeskSort, asked: AskedWord[]): Condition => {
  const columns = orderOf(sort, 'updated_at').map(({ column, order }) => `${column} ${order}`).join(', ');
  if (sort !== 'match') return { sql: columns, bindings: [] };
  const headed = idsMatching(strapi, matching(strapi, asked, true));
  return { sql: `case when id in (${headed.sql}) then 0 else 1 end, ${columns}`, bindings: headed.bindings };
};

/**
 * One page of the tickets in which all words of `q` are, in one statement. Of more than `mostCounted` the newest count;
 * the total stops there. `beside` are joins that only the page's own tickets need. Nothing is found by a question without words.
 */
export const readFound = async <Row>(strapi: Strapi, query: DeskListQuery, conditions: Condition[], columns: Condition, beside: string): Promise<{ found: Row[]; pagination: Pagination }> => {
  const { page, pageSize, sort } = query;
  const asked = askedWords(query.q);
  if (asked.length === 0) return { found: [], pagination: paginationOf(page, pageSize, 0) };
  const found = foundSql(strapi, query, asked, conditions);
  const order = orderSql(strapi, sort, asked);
  const start = (page - 1) * pageSize;
  const head = `with found as materialized (${found.sql})`;
  const total = '(select count(*) from found) as "total"';
  // Only the page's own rows are read in full, and not all that are put in order.
  const ordered = `select id as "pageId", row_number() over (order by ${order.sql}) as "place" from portal_tickets where id in (select id from found) order by "place" limit ? offset ?`;
  const sql = `${head}, page as materialized (${ordered}) select ${total}, ${columns.sql} from page join portal_tickets on portal_tickets.id = "pageId" ${beside} order by "place"`;
  const rows = await readRows<Row & { total: number | string }>(strapi, sql, [...found.bindings, ...order.bindings, pageSize, start, ...columns.bindings]);
  const [first] = rows.length > 0 || page === 1 ? rows : await readRows<{ total: number | string }>(strapi, `${head} select ${total}`, found.bindings);
  return { found: rows, pagination: paginationOf(page, pageSize, Number(first?.total ?? 0)) };
};
