import type { Agent, DeskListQuery, InboxTicket } from '../../../../contracts/desk';
import type { Pagination } from '../../../../contracts/platform';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { deskList } from '../../tickets/services/desk-list';
import { askedWords } from '../../tickets/words/cut';
import type { AskedWord } from '../../tickets/words/cut';
import { excerptOf } from '../../tickets/words/excerpt';

type Found = NonNullable<InboxTicket['found']>;
interface Present extends Agent {
  ticketId: number;
  writing: boolean | number;
}
interface Message {
  ticketId: number;
  author: string;
  internal: boolean | number;
  body: string;
}

const places = (ids: number[]): string => ids.map(() => '?').join(', ');
const presentSql = (ids: number[]): string => `select ticket_id as "ticketId", agent_id as "id", agent_name as "name", writing from portal_presences
  where ticket_id in (${places(ids)}) and agent_id <> ? and expires_at > ? order by id limit 200`;
// Bounded, however long the conversations of a page are.
const messagesSql = (ids: number[]): string => `select ticket_id as "ticketId", author_name as "author", internal, substr(body, 1, 10000) as "body" from portal_comments
  where ticket_id in (${places(ids)}) order by id desc limit 500`;

/** The message with most of the asked words; of several the latest, as they come newest first. */
const bestOf = (messages: Message[], asked: AskedWord[]): Found | null => {
  let [best, most]: [Found | null, number] = [null, 0];
  for (const { author, internal, body } of messages) {
    const excerpt = most < asked.length ? excerptOf(body, asked) : null;
    if (excerpt && excerpt.found > most) [best, most] = [{ author, internal: Boolean(internal), text: excerpt.text, marks: excerpt.marks }, excerpt.found];
  }
  return best;
};

const byTicket = <Row extends { ticketId: number }>(rows: Row[]): Map<number, Row[]> => Map.groupBy(rows, ({ ticketId }) => ticketId);

/** The agents' list with what the conversations have to say: who is looking at a ticket, and where the words were found. */
export const inbox = ({ strapi }: { strapi: Strapi }) => {
  const present = async (ids: number[], me: number): Promise<Map<number, Present[]>> => byTicket(await readRows<Present>(strapi, presentSql(ids), [...ids, me, now()]));
  const messages = async (ids: number[]): Promise<Map<number, Message[]>> => byTicket(await readRows<Message>(strapi, messagesSql(ids), ids));

  return {
    /** One page: a statement more than the list itself, and one more where words are looked for. */
    async page(query: DeskListQuery, me: number): Promise<{ data: InboxTicket[]; pagination: Pagination }> {
      const { data, ids, pagination } = await getService(strapi, 'desk-list', deskList).page(query, me);
      if (ids.length === 0) return { data: [], pagination };
      const asked = askedWords(query.q);
      const [others, said] = [await present(ids, me), asked.length > 0 ? await messages(ids) : new Map<number, Message[]>()];
      const toInbox = (ticket: (typeof data)[number], row: number): InboxTicket => {
        const id = ids[row] ?? 0;
        const looking = (others.get(id) ?? []).map((each) => ({ id: each.id, name: each.name, writing: Boolean(each.writing) }));
        return { ...ticket, present: looking, found: bestOf(said.get(id) ?? [], asked) };
      };
      return { data: data.map(toInbox), pagination };
    },
  };
};
