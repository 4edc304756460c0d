import { getService } from '../../platform/get-service';
import { columnsFor, readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import type { AttachmentRow } from '../../conversation/rows';
import type { VisibleComment } from '../../conversation/services/comments';
import { categories } from '../../tickets/services/categories';
import type { FieldAnswer, TicketEventRow, TicketRow } from '../../tickets/rows';
import { filePath } from './archive-files';
import type { Person } from './person';
import { json, moment, tableSection } from './section';
import type { Item, Page, Section } from './section';

type Own = Pick<TicketRow, 'id' | 'reference' | 'subject' | 'state' | 'priority' | 'categoryId' | 'createdAt' | 'closedAt'> & { fields: FieldAnswer[] | string | null };
type File = Pick<AttachmentRow, 'id' | 'name' | 'size' | 'commentId' | 'ownerKind' | 'ownerId'>;

const atOnce = 10;
const own = columnsFor(['id', 'reference', 'subject', 'state', 'priority', 'categoryId', 'createdAt', 'closedAt', 'fields']);
const ticketsSql = `select ${own} from portal_tickets where requester_id = ? and id > ? order by id limit ${atOnce}`;
const saidSql = `select ${columnsFor(['id', 'authorKind', 'authorId', 'authorName', 'body', 'channel', 'cut', 'createdAt'])} from portal_comments where ticket_id = ? and internal = ? order by id`;
const filesSql = `select ${columnsFor(['id', 'name', 'size', 'commentId', 'ownerKind', 'ownerId'])} from portal_attachments where ticket_id = ? and internal = ? order by id`;
const historySql = `select ${columnsFor(['id', 'type', 'actorKind', 'actorName', 'data', 'createdAt'])} from portal_ticket_events where ticket_id = ? and internal = ? order by id`;
const peopleSql = 'select email from portal_participants where ticket_id = ? order by id';

/** Bytes of another customer's file are his; that it was there can be read on the page. */
const isIn = ({ ownerKind, ownerId }: File, { customerId }: Person): boolean => ownerKind === 'agent' || ownerId === customerId;
const fileItem = (file: File, reference: string, person: Person): Item => ({ name: file.name, size: file.size, file: isIn(file, person) ? filePath(file, reference) : null });

const messageItem = (said: VisibleComment, files: File[], reference: string, person: Person): Item => ({
  by: said.authorName,
  you: said.authorKind === 'customer' && said.authorId === person.customerId,
  createdAt: moment(said.createdAt),
  text: said.body,
  byMail: said.channel === 'mail',
  // What others wrote below their own mails is theirs.
  cut: said.authorKind === 'customer' && said.authorId === person.customerId ? said.cut : null,
  files: files.filter(({ commentId }) => commentId === said.id).map((file) => fileItem(file, reference, person)),
});

const eventItem = ({ type, actorName, data, createdAt }: TicketEventRow): Item => {
  const { from = null, to = null } = json<{ from?: string; to?: string }>(data, {});
  return { type, by: actorName, from, to, createdAt: moment(createdAt) };
};

/** One own request with all that its page shows; notes and what only agents see are not asked for. */
const requestItem = async (strapi: Strapi, ticket: Own, person: Person): Promise<Item> => {
  const { id, reference } = ticket;
  const files = await readRows<File>(strapi, filesSql, [id, false]);
  const said = await readRows<VisibleComment>(strapi, saidSql, [id, false]);
  const events = await readRows<TicketEventRow>(strapi, historySql, [id, false]);
  const people = await readRows<{ email: string }>(strapi, peopleSql, [id]);
  return {
    reference,
    subject: ticket.subject,
    state: ticket.state,
    priority: ticket.priority,
    category: (await getService(strapi, 'categories', categories).byId(ticket.categoryId))?.name ?? null,
    createdAt: moment(ticket.createdAt),
    closedAt: moment(ticket.closedAt),
    answers: json<FieldAnswer[]>(ticket.fields, []).map(({ label, value }): Item => ({ question: label, answer: value })),
    participants: people.map(({ email }) => email),
    messages: said.map((each) => messageItem(each, files, reference, person)),
    history: events.map(eventItem),
  };
};

const requests: Section = {
  name: 'requests',
  async page(strapi, person, after): Promise<Page> {
    const found = await readRows<Own>(strapi, ticketsSql, [person.customerId, after]);
    const items: Item[] = [];
    for (const ticket of found) items.push(await requestItem(strapi, ticket, person));
    return { items, last: found.length === atOnce ? (found.at(-1)?.id ?? null) : null };
  },
};

interface ElsewhereRow {
  id: number;
  reference: string;
  body: string;
  cut: string | null;
  createdAt: string;
}
/** What he wrote in requests of others: his own words, and nothing of what they answer. */
const messagesElsewhere = tableSection<ElsewhereRow>(
  'messagesElsewhere',
  `select c.id, t.reference, c.body, c.cut, c.created_at as "createdAt" from portal_comments c join portal_tickets t on t.id = c.ticket_id
    where c.author_kind = 'customer' and c.author_id = ? and t.requester_id <> ? and c.internal = ?`,
  ({ customerId }) => [customerId, customerId, false],
  ({ reference, body, cut, createdAt }) => ({ reference, text: body, cut, createdAt: moment(createdAt) }),
  'c.id',
);

const unsentFiles = tableSection<Pick<AttachmentRow, 'id' | 'name' | 'size' | 'createdAt'> & { reference: string | null }>(
  'unsentFiles',
  `select a.id, a.name, a.size, t.reference, a.created_at as "createdAt" from portal_attachments a left join portal_tickets t on t.id = a.ticket_id
    where a.owner_kind = 'customer' and a.owner_id = ? and (t.id is null or t.requester_id <> ?)`,
  ({ customerId }) => [customerId, customerId],
  ({ reference, createdAt, ...file }) => ({ name: file.name, size: file.size, reference, file: filePath(file, reference), createdAt: moment(createdAt) }),
  'a.id',
);

/** His requests, and what he said and attached in those of others or nowhere yet. */
export const requestSections = { requests, messagesElsewhere, unsentFiles } satisfies Record<string, Section>;
