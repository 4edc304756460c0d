import type { Agent, DeskListQuery, DeskTicket, InboxTicket } from '../../../../contracts/desk';
import type { Pagination } from '../../../../contracts/platform';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows, storedJson } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { fold } from '../../search/text/fold';
import { deskList } from '../../tickets/services/desk-list';
import { askedWords } from '../../tickets/words/cut';
import type { AskedWord } from '../../tickets/words/cut';
import { excerptOf } from '../../tickets/words/excerpt';
import type { FieldAnswer } from '../../tickets/rows';
import type { DeskRow } from '../../tickets/services/desk-list';

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

/** About how many of the asked words are in a text: quickly said, because cutting it into words is not. */
const mayHold = (body: string, asked: AskedWord[]): number => {
  const [plain, folded] = [body.toLowerCase(), fold(body).replace(/[.,]/g, '')];
  return asked.filter(({ word }) => folded.includes(word) || plain.includes(word)).length;
};

/** The message with most of the asked words; of several the latest, as they come newest first. */
const bestOf = (messages: Message[], asked: AskedWord[]): Found | null => {
  let [best, most]: [Found | null, number] = [null, 0];
  const likely = messages.map((message) => ({ ...message, may: mayHold(message.body, asked) })).sort((one, other) => other.may - one.may);
  for (const { author, internal, body, may } of likely) {
    if (most > 0 && may <= most) return best;
    const excerpt = excerptOf(body, asked);
    if (excerpt && excerpt.found > most) [best, most] = [{ author, internal: Boolean(internal), text: excerpt.text, marks: excerpt.marks }, excerpt.found];
  }
  return best;
};

/** The answer to a question of the category in which an asked word is. */
const answerOf = ({ fields }: DeskRow, asked: AskedWord[]): Found | null => {
  for (const { label, value } of fields ? storedJson<FieldAnswer[]>(fields) : []) {
    const excerpt = typeof value === 'string' ? excerptOf(value, asked) : null;
    if (excerpt) return { author: null, internal: false, text: `${label}: ${excerpt.text}`, marks: excerpt.marks.map(([from, to]) => [from + label.length + 2, to + label.length + 2]) };
  }
  return null;
};

const byTicket = <Row extends { ticketId: number }>(rows: Row[]): Map<number, Row[]> => Map.groupBy(rows, ({ ticketId }) => ticketId);

/** The agents' list with what the conversations have to say: who is looking at a ticket, and where the words were found. */
export const inbox = ({ strapi }: { strapi: Strapi }) => {
  const present = async (ids: number[], me: number): Promise<Map<number, Present[]>> => byTicket(await readRows<Present>(strapi, presentSql(ids), [...ids, me, now()]));
  const messages = async (ids: number[]): Promise<Map<number, Message[]>> => byTicket(await readRows<Message>(strapi, messagesSql(ids), ids));

  return {
    /** One page: a statement more than the list itself, and one more where words are looked for. */
    async page(query: DeskListQuery, me: number): Promise<{ data: InboxTicket[]; pagination: Pagination }> {
      const { data, rows, pagination } = await getService(strapi, 'desk-list', deskList).page(query, me);
      if (rows.length === 0) return { data: [], pagination };
      const ids = rows.map(({ id }) => id);
      const asked = askedWords(query.q);
      const [others, said] = [await present(ids, me), asked.length > 0 ? await messages(ids) : new Map<number, Message[]>()];
      const toInbox = (ticket: DeskTicket, row: DeskRow): InboxTicket => {
        const looking = (others.get(row.id) ?? []).map(({ id, name, writing }) => ({ id, name, writing: Boolean(writing) }));
        return { ...ticket, present: looking, found: asked.length > 0 ? (bestOf(said.get(row.id) ?? [], asked) ?? answerOf(row, asked)) : null };
      };
      return { data: data.flatMap((ticket, place) => (rows[place] ? [toInbox(ticket, rows[place])] : [])), pagination };
    },
  };
};
