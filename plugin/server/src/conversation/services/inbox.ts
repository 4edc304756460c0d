import type { Agent, DeskListQuery, DeskTicket, InboxTicket } from '../../../../contracts/desk';
import type { Pagination } from '../../../../contracts/platform';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows, storedJson } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { fold } from '../../search/text/fold';
import { serviceLevels } from '../../service-levels/services/service-levels';
import { countedConditions } from '../counted-conditions';
import type { DeskRow } from '../../tickets/desk-rows';
import type { Condition } from '../../tickets/list-query';
import { deskList } from '../../tickets/services/desk-list';
import { askedWords } from '../../tickets/words/cut';
import type { AskedWord } from '../../tickets/words/cut';
import { excerptOf } from '../../tickets/words/excerpt';
import type { FieldAnswer } from '../../tickets/rows';

type Found = NonNullable<InboxTicket['found']>;
type Present = Agent & { writing: boolean | number };
/** Who has the ticket on the screen, as JSON. */
interface Looking {
  looking: Present[] | string | null;
}
interface Message {
  ticketId: number;
  author: string;
  internal: boolean | number;
  body: string;
}

const places = (ids: number[]): string => ids.map(() => '?').join(', ');
const jsonOf = (strapi: Strapi): { array: string; object: string } =>
  strapi.db.dialect.client === 'postgres' ? { array: 'json_agg', object: 'json_build_object' } : { array: 'json_group_array', object: 'json_object' };
const lookingFor = (strapi: Strapi, me: number): Condition => {
  const { array, object } = jsonOf(strapi);
  const sql = `(select ${array}(${object}('id', p.agent_id, 'name', p.agent_name, 'writing', p.writing)) from portal_presences p where p.ticket_id = portal_tickets.id and p.agent_id <> ? and p.expires_at > ?) as "looking"`;
  return { sql, bindings: [me, now()] };
};
const presentIn = ({ looking }: Looking): InboxTicket['present'] =>
  (looking ? storedJson<Present[]>(looking) : []).map(({ id, name, writing }) => ({ id, name, writing: Boolean(writing) })).sort((one, other) => one.id - other.id);
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

/** The agents' list with what the conversations have to say: who is looking at a ticket, and where the words were found. */
export const inbox = ({ strapi }: { strapi: Strapi }) => {
  const messages = async (ids: number[]): Promise<Map<number, Message[]>> => Map.groupBy(await readRows<Message>(strapi, messagesSql(ids), ids), ({ ticketId }) => ticketId);

  return {
    /** One page in the statement of the list itself, and one more where words are looked for. */
    async page(query: DeskListQuery, me: number): Promise<{ data: InboxTicket[]; pagination: Pagination }> {
      const { hours } = await getService(strapi, 'service-levels', serviceLevels).current();
      const { data, rows, pagination } = await getService(strapi, 'desk-list', deskList).page<Looking>(query, me, [lookingFor(strapi, me)], countedConditions(query, hours.timeZone));
      const asked = askedWords(query.q);
      const said = asked.length > 0 && rows.length > 0 ? await messages(rows.map(({ id }) => id)) : new Map<number, Message[]>();
      const toInbox = (ticket: DeskTicket, row: DeskRow & Looking): InboxTicket => ({
        ...ticket,
        present: presentIn(row),
        found: asked.length > 0 ? (bestOf(said.get(row.id) ?? [], asked) ?? answerOf(row, asked)) : null,
      });
      return { data: data.flatMap((ticket, place) => (rows[place] ? [toInbox(ticket, rows[place])] : [])), pagination };
    },
  };
};
