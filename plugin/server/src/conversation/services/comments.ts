import type { MailRemark } from '../../../../contracts/inbound-mail';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { columnsFor, readRows } from '../../platform/statements';
import { insertRow } from '../../platform/write-rows';
import { newToken } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { searchTextWith } from '../../tickets/search-text';
import { readMarks } from '../../tickets/services/read-marks';
import { ticketHistory } from '../../tickets/services/ticket-history';
import type { Actor, TicketEventRow, TicketRow } from '../../tickets/rows';
import type { CommentRow } from '../rows';
import { attachments } from './attachments';

type AfterCommit = (run: () => void) => void;
/** A message that was added, and its line in the timeline. */
export interface Said {
  comment: CommentRow;
  event: TicketEventRow;
}
export interface Message {
  body: string;
  attachments: string[];
  internal: boolean;
  mail?: FromMail;
}
/** What a message that came by mail brings with it. */
export interface FromMail {
  /** The message's key, so that the same mail can be only one message. */
  key: string;
  cut: string | null;
  remarks: MailRemark[];
  /** Nobody is told of it: it was sent by a machine. */
  quiet: boolean;
}

const visibleColumns = columnsFor(['id', 'key', 'authorKind', 'authorId', 'authorName', 'body', 'channel', 'cut', 'remarks', 'createdAt']);
const visibleSql = `select ${visibleColumns} from portal_comments where ticket_id = ? and internal = ? order by id limit 1000`;
const firstSql = 'select body from portal_comments where ticket_id = ? and internal = ? order by id limit 1';
/** A message as the customer reads it. */
export type VisibleComment = Pick<CommentRow, 'id' | 'key' | 'authorKind' | 'authorId' | 'authorName' | 'body' | 'channel' | 'cut' | 'remarks' | 'createdAt'>;

/** The columns that a visible message changes on its ticket. */
export const ticketAfter = (ticket: TicketRow, body: string, author: Actor): Partial<TicketRow> => ({
  messageCount: ticket.messageCount + 1,
  lastVisibleAt: now().toISOString(),
  searchText: searchTextWith(ticket.searchText, body),
  ...(author.kind === 'agent' && !ticket.firstRepliedAt ? { firstRepliedAt: now().toISOString() } : {}),
});

/** Messages of tickets: written with their files and their event, read in order. */
export const comments = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<CommentRow>(strapi, 'comment');
  return {
    /** Adds a message; only inside a transaction. `happening` is what the timeline calls it. */
    async add(ticket: TicketRow, author: Actor, message: Message, happening: 'ticket.opened' | 'comment.added' | 'note.added', afterCommit: AfterCommit): Promise<Said> {
      const moment = now().toISOString();
      const { body, internal, mail } = message;
      const kind = author.kind === 'agent' ? 'agent' : 'customer';
      const origin = { channel: mail ? ('mail' as const) : null, cut: mail?.cut ?? null, remarks: mail?.remarks ?? null };
      const written = { key: mail?.key ?? newToken(), ticketId: ticket.id, authorKind: kind, authorId: author.id ?? 0, authorName: author.name, body, internal, ...origin } as const;
      const row = { ...written, createdAt: moment, updatedAt: moment };
      const comment: CommentRow = { id: await insertRow<CommentRow>(strapi, 'comment', row), ...row };
      await getService(strapi, 'attachments', attachments).attach(message.attachments, { kind, id: author.id ?? 0, name: author.name }, { ticketId: ticket.id, commentId: comment.id, internal });
      const about = { commentId: comment.id, ...(mail?.quiet ? { quiet: true } : {}) };
      const event = await getService(strapi, 'ticket-history', ticketHistory).record(ticket, { type: happening, actor: author, internal, about }, afterCommit);
      // Nobody has read a ticket that is just opened.
      if (happening !== 'ticket.opened') await getService(strapi, 'read-marks', readMarks).news(ticket, event.id, author);
      return { comment, event };
    },

    /** The conversation without internal notes: the only way customers' pages and mails read it. */
    visible: (ticketId: number): Promise<VisibleComment[]> => readRows<VisibleComment>(strapi, visibleSql, [ticketId, false]),
    /** The first message that the customer can see: what the ticket is about. */
    async firstBody(ticketId: number): Promise<string> {
      const [first] = await readRows<{ body: string }>(strapi, firstSql, [ticketId, false]);
      return first?.body ?? '';
    },
    /** All of it, for the desk. */
    all: (ticketId: number): Promise<CommentRow[]> => table.findMany({ where: { ticketId }, orderBy: { id: 'asc' }, limit: 1000 }),
    /** Those of some messages that a customer may read. */
    visibleByIds: (ids: number[]): Promise<CommentRow[]> => table.findMany({ where: { id: { $in: ids }, internal: false } }),
    /** One message that a customer may read. */
    visibleById: (id: number): Promise<CommentRow | null> => table.findOne({ where: { id, internal: false } }),
  };
};
