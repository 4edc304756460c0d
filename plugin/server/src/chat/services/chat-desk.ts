import type { ChatCounts, ChatShelf, ChatShelfAnswer, DeskChat } from '../../../../contracts/chat';
import type { Agent } from '../../../../contracts/desk';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { readRows } from '../../platform/statements';
import type { Binding } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { categories } from '../../tickets/services/categories';
import { toIso } from '../../tickets/serialize';
import { ratingOf, toDeskLine, withSecrets } from '../serialize';
import type { ChatRow } from '../rows';
import { chatLines } from './chat-lines';
import { chatPages } from './chat-pages';
import { chatSeats } from './chat-seats';
import { chatTyping } from './chat-typing';

const most = 100;
const shelfSql: Record<ChatShelf, (me: number) => [sql: string, bindings: Binding[]]> = {
  waiting: () => [`state = 'waiting' order by waiting_since, id`, []],
  mine: (me) => [`state = 'open' and agent_id = ? order by last_word_at, id`, [me]],
  others: (me) => [`state = 'open' and agent_id <> ? order by last_word_at, id`, [me]],
  left: () => [`state = 'left' order by waiting_since, id`, []],
  ended: () => [`state = 'ended' order by ended_at desc, id desc`, []],
};
const countSql = `select state, case when agent_id = ? then 1 else 0 end as "mine", count(*) as "total" from portal_chats where state <> 'ended' group by 1, 2`;

/** Chats as agents see them. Only behind the desk's right `chats`. */
export const chatDesk = ({ strapi }: { strapi: Strapi }) => {
  const lines = () => getService(strapi, 'chat-lines', chatLines);

  const counts = async ({ id }: Agent): Promise<ChatCounts> => {
    const found = (await readRows<{ state: string; mine: number; total: number | string }>(strapi, countSql, [id])).map(({ state, mine, total }) => ({ name: state === 'open' ? (Number(mine) === 1 ? 'mine' : 'others') : state, total: Number(total) }));
    const of = (name: string): number => found.filter((each) => each.name === name).reduce((sum, { total }) => sum + total, 0);
    return { waiting: of('waiting'), mine: of('mine'), others: of('others'), left: of('left') };
  };

  const earlier = async ({ id, customerId, visitorHash }: ChatRow): Promise<DeskChat['earlier']> => {
    const found = await lines().many(`(customer_id = ? or visitor_hash = ?) and id <> ? and state = 'ended' order by id desc limit 10`, [customerId ?? 0, visitorHash ?? '', id]);
    return found.map(({ key, excerpt, endedAt, updatedAt }) => ({ key, excerpt, endedAt: toIso(endedAt ?? updatedAt) }));
  };

  return {
    async shelf(shelf: ChatShelf, agent: Agent): Promise<ChatShelfAnswer> {
      const [sql, bindings] = shelfSql[shelf](agent.id);
      const chats = await lines().many(`${sql} limit ${most}`, bindings);
      const seats = getService(strapi, 'chat-seats', chatSeats);
      return { chats: chats.map(toDeskLine), counts: await counts(agent), seat: await seats.of(agent), available: await seats.here() };
    },

    /** One chat with all that helps to answer it; 404 for none. */
    async show(key: string, after: number): Promise<DeskChat & { row: ChatRow }> {
      const row = await lines().one(key);
      const category = row.categoryId === null ? null : ((await getService(strapi, 'categories', categories).byId(row.categoryId))?.name ?? null);
      const { messages, more: isMore } = await getService(strapi, 'chat-pages', chatPages).lines(row.id, after);
      const { page, language, segment, customerId, reference, seenByVisitor: seen } = row;
      const more = { rating: ratingOf(row), request: reference, page, language, segment, category, customerId, seen, typing: getService(strapi, 'chat-typing', chatTyping).isTyping(key) };
      return { row, chat: { ...toDeskLine(row), messages: messages.map(withSecrets), more: isMore, ...more }, earlier: await earlier(row), colleagues: await getService(strapi, 'chat-seats', chatSeats).here(), portal: portalAddress(strapi, '') };
    },
  };
};
