import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { after, days, hours, minutes, now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { couldBeKey } from '../../platform/tokens';
import { fieldError, refuseFields } from '../../platform/validate';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { mayRead } from '../../tickets/membership';
import type { Reader } from '../../tickets/membership';
import { ticketHistory } from '../../tickets/services/ticket-history';
import type { TicketRow } from '../../tickets/rows';
import type { FileLimits } from '../file-rules';
import type { Presented } from '../object-store';
import { readUpload } from '../upload-form';
import type { IncomingFile } from '../upload-form';
import type { AttachmentRow } from '../rows';
import { storedFiles } from './stored-files';

/** Whose file it is: a customer's or an agent's id. */
export interface Owner {
  kind: 'customer' | 'agent';
  id: number;
  name: string;
}
/** Where files go when a message is sent. */
export interface Destination {
  ticketId: number;
  commentId: number;
  internal: boolean;
}

const removalWindow = minutes(30);
/** A file that no message took along within a day was forgotten. */
const looseLimit = hours(24);

/** A file in which a virus was found after it was sent is kept so long, for whoever looks into it; nobody can open it. */
const quarantine = days(30);

/** True while its owner may take a file back. */
export const isRemovable = (row: AttachmentRow, owner: Owner): boolean =>
  row.ownerKind === owner.kind && row.ownerId === owner.id && new Date(row.createdAt) > after(now(), -removalWindow);

const refuseWithheld = ({ scan }: AttachmentRow): void => {
  if (scan === 'waiting') throw new Refusal('file_withheld', 'This file is still searched for viruses. Try again in a few minutes.');
  if (scan === 'infected') throw new Refusal('file_withheld', 'A virus was found in this file. It cannot be opened.');
};

/** Files of messages: checked by content, stored privately, loose until a message is sent with them. */
export const attachments = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<AttachmentRow>(strapi, 'attachment');
  const store = () => getService(strapi, 'stored-files', storedFiles);

  const take = async (file: IncomingFile, owner: Owner, limits: FileLimits): Promise<AttachmentRow> => {
    const letIn = await store().letIn(file, limits);
    const moment = now().toISOString();
    return table.create({ data: { ...letIn, ownerKind: owner.kind, ownerId: owner.id, internal: false, createdAt: moment, updatedAt: moment } });
  };

  const recordRemoval = async (row: AttachmentRow, owner: Owner, afterCommit: (run: () => void) => void): Promise<void> => {
    const ticket = await rows<TicketRow>(strapi, 'ticket').findOne({ where: { id: row.ticketId } });
    if (!ticket) return;
    const actor = { kind: owner.kind, id: owner.id, name: owner.name };
    const history = getService(strapi, 'ticket-history', ticketHistory);
    const removed = { type: 'attachment.removed', actor, data: { from: row.name } } as const;
    await (row.internal ? history.record(ticket, { ...removed, internal: true }, afterCommit) : history.recordBeside(ticket, removed, afterCommit));
  };

  return {
    /** Takes one file out of a multipart body. Refusals: `upload_malformed`, `file_empty`, `file_too_large`, `file_type_refused`. */
    receive: (request: IncomingMessage, contentType: string, owner: Owner, limits: FileLimits): Promise<AttachmentRow> =>
      readUpload(request, contentType, limits.maxFileSize, (file) => take(file, owner, limits)),

    /** Checks and keeps one file that is already read from its form; the same refusals. */
    take,

    /** Gives the owner's loose files to a message; a foreign, used or missing id refuses the whole message. */
    async attach(keys: string[], owner: Owner, { ticketId, commentId, internal }: Destination): Promise<void> {
      const unique = [...new Set(keys)];
      if (unique.length === 0) return;
      const where = { key: { $in: unique }, ownerKind: owner.kind, ownerId: owner.id, commentId: { $null: true } };
      const { count } = await table.updateMany({ where, data: { ticketId, commentId, internal } });
      if (count !== unique.length) refuseFields([fieldError('attachments', 'not_allowed')]);
    },

    ofTicket: (ticketId: number): Promise<AttachmentRow[]> => table.findMany({ where: { ticketId }, orderBy: { id: 'asc' }, limit: 1000 }),

    /** A customer's loose files, for a form that is not sent yet. */
    loose: (keys: string[], owner: Owner): Promise<AttachmentRow[]> =>
      table.findMany({ where: { key: { $in: keys }, ownerKind: owner.kind, ownerId: owner.id, commentId: { $null: true } }, orderBy: { id: 'asc' }, limit: 50 }),

    /** Own loose files once more, bytes and all, for another message; answers the keys. */
    async copies(keys: string[], owner: Owner): Promise<string[]> {
      const loose = keys.length > 0 ? await this.loose(keys, owner) : [];
      const made: string[] = [];
      for (const row of loose) {
        const { name, mime, ownerKind, ownerId, scan } = row;
        const copy = await store().copy(row);
        await insertRow<AttachmentRow>(strapi, 'attachment', { ...copy, ownerKind, ownerId, name, mime, scan, internal: false });
        made.push(copy.key);
      }
      return made;
    },

    /** The row behind a key, for one who may see every ticket. */
    any: async (key: string): Promise<AttachmentRow | null> => (couldBeKey(key) ? table.findOne({ where: { key } }) : null),

    /** The row behind a key when this customer may read it: of a ticket he may read and no internal note, or his own loose file. */
    async readable(key: string, reader: Reader): Promise<AttachmentRow | null> {
      if (!couldBeKey(key)) return null;
      const allowed = mayRead('t', reader);
      const found = await strapi.db
        .getConnection('portal_attachments as a')
        .leftJoin('portal_tickets as t', 't.id', 'a.ticket_id')
        .where({ 'a.key': key, 'a.internal': false })
        .where((mine) =>
          mine.whereRaw(allowed.sql, allowed.bindings as number[]).orWhere((loose) => loose.whereNull('a.ticket_id').where({ 'a.owner_kind': 'customer', 'a.owner_id': reader.customerId }))
        )
        .first({ id: 'a.id' });
      return found ? table.findOne({ where: { id: found.id } }) : null;
    },

    /** Its bytes. 409 `file_withheld` while it was not scanned, and for good when a virus was found. */
    async bytes(row: AttachmentRow): Promise<Readable> {
      refuseWithheld(row);
      return store().read(row);
    },

    /** For a short time the address of a bucket that has them, null for what is on the disk; the same refusal. */
    async link(row: AttachmentRow, presented: Presented): Promise<string | null> {
      refuseWithheld(row);
      return store().link(row, presented);
    },

    /** Takes a file back: loose ones always, sent ones within half an hour. */
    async remove(row: AttachmentRow, owner: Owner): Promise<void> {
      if (row.ownerKind !== owner.kind || row.ownerId !== owner.id) throw notFound();
      if (row.commentId !== null && !isRemovable(row, owner)) throw new Refusal('attachment_in_use', 'A sent file can be taken back for 30 minutes. Ask the agents to remove it.');
      await inTransaction(strapi, async (afterCommit) => {
        await table.deleteMany({ where: { id: row.id } });
        if (row.ticketId !== null) await recordRemoval(row, owner, afterCommit);
      });
      await store().remove(row);
    },

    /** Looks again at what could not be scanned when it came. */
    async scanWaiting(): Promise<void> {
      for (const row of await table.findMany({ where: { scan: 'waiting' }, orderBy: { id: 'asc' }, limit: 100 })) {
        const settled = await store().scanAgain(row);
        if (!settled) continue;
        await table.updateMany({ where: { id: row.id }, data: { ...settled, updatedAt: now().toISOString() } });
        if (settled.scan === 'infected') strapi.log.warn(`A virus was found in a file of ticket ${row.ticketId ?? 'none'}; it is withheld.`);
      }
    },

    /** Removes what no message took along, and what was in quarantine for long enough. */
    async forgetOld(): Promise<void> {
      const loose = { commentId: { $null: true }, createdAt: { $lt: after(now(), -looseLimit) } };
      const infected = { scan: 'infected', updatedAt: { $lt: after(now(), -quarantine) } };
      for (const where of [loose, infected]) {
        for (const row of await table.findMany({ where, limit: 200 })) {
          // A message may have taken it along just now.
          if ((await table.deleteMany({ where: { ...where, id: row.id } })).count > 0) await store().remove(row);
        }
      }
    },
  };
};
