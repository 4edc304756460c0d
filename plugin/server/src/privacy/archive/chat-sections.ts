import { columnsFor, readRows } from '../../platform/statements';
import { moment } from './section';
import type { Item, Section } from './section';

interface Chat {
  id: number;
  state: string;
  reference: string | null;
  score: number | null;
  ratingComment: string | null;
  createdAt: Date | string | number;
}
interface Said {
  kind: 'visitor' | 'agent' | 'event';
  authorName: string;
  text: string;
  happened: string | null;
  createdAt: Date | string | number;
}
const atOnce = 20;
const chatSql = `select ${columnsFor(['id', 'state', 'reference', 'score', 'ratingComment', 'createdAt'])} from portal_chats where customer_id = ? and id > ? order by id limit ${atOnce}`;
const saidSql = `select ${columnsFor(['kind', 'authorName', 'text', 'happened', 'createdAt'])} from portal_chat_messages where chat_id = ? order by number`;

const toSaid = ({ kind, authorName, text, happened, createdAt }: Said): Item => ({ from: kind === 'visitor' ? 'you' : authorName, text: happened === null ? text : `(${happened.replaceAll('_', ' ')})`, createdAt: moment(createdAt) });

const chats: Section = {
  name: 'chats',
  async page(strapi, { customerId }, after) {
    const found = await readRows<Chat>(strapi, chatSql, [customerId, after]);
    const items: Item[] = [];
    for (const { id, state, reference, score, ratingComment, createdAt } of found) {
      items.push({ state, reference, score, comment: ratingComment, messages: (await readRows<Said>(strapi, saidSql, [id])).map(toSaid), createdAt: moment(createdAt) });
    }
    return { items, last: found.length === atOnce ? (found.at(-1)?.id ?? null) : null };
  },
};

/** What he said in live chats, and what was said to him. */
export const chatSections = { chats } satisfies Record<string, Section>;
