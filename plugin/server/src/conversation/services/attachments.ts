import type { IncomingMessage } from 'node:http';
import type { ErrorCode } from '../../../../contracts/platform';
import { after, hours, minutes, now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { couldBeKey, newToken } from '../../platform/tokens';
import { fieldError, refuseFields } from '../../platform/validate';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { mayRead } from '../../tickets/membership';
import type { Reader } from '../../tickets/membership';
import { ticketHistory } from '../../tickets/services/ticket-history';
import type { TicketRow } from '../../tickets/rows';
import { cleanFileName, judgeFile } from '../file-rules';
import type { FileLimits } from '../file-rules';
import { fileStore } from '../file-store';
import { readUpload } from '../upload-form';
import type { IncomingFile } from '../upload-form';
import type { AttachmentRow } from '../rows';

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

const why: Partial<Record<ErrorCode, string>> = {
  file_empty: 'The file is empty.',
  file_too_large: 'The file is too large.',
  file_type_refused: 'Files of this type are not accepted, or the content is not what the name says.',
};

/** True while its owner may take a file back. */
export const isRemovable = (row: AttachmentRow, owner: Owner): boolean =>
  row.ownerKind === owner.kind && row.ownerId === owner.id && new Date(row.createdAt) > after(now(), -removalWindow);

/** Files of messages: checked by content, stored privately, loose until a message is sent with them. */
export const attachments = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<AttachmentRow>(strapi, 'attachment');
  const store = () => fileStore(strapi.config.get<string>('plugin::portal.filesDirectory'));

  const take = async (file: IncomingFile, owner: Owner, limits: FileLimits): Promise<AttachmentRow> => {
    const key = newToken();
    const name = cleanFileName(file.name);
    const { size, sha256 } = await store().write(key, file.bytes);
    // Only an ES module: a plain import would be required by the CommonJS build.
    const { fileTypeFromFile } = await import('file-type');
    const detected = (await fileTypeFromFile(store().placeOf(key)))?.mime;
    const verdict = file.cut() ? { refused: 'file_too_large' as const } : judgeFile({ name, size, detected }, limits);
    if ('refused' in verdict) {
      await store().remove(key);
      throw new Refusal(verdict.refused, `${name}: ${why[verdict.refused] ?? 'This file cannot be taken.'} Everything else is kept.`);
    }
    const moment = now().toISOString();
    return table.create({ data: { key, ownerKind: owner.kind, ownerId: owner.id, name, mime: verdict.mime, size, sha256, internal: false, createdAt: moment, updatedAt: moment } });
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
      for (const { name, mime, ownerKind, ownerId, key: original } of loose) {
        const key = newToken();
        const { size, sha256 } = await store().write(key, store().read(original));
        await insertRow<AttachmentRow>(strapi, 'attachment', { key, ownerKind, ownerId, name, mime, size, sha256, internal: false });
        made.push(key);
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

    bytes: (row: AttachmentRow) => store().read(row.key),

    /** Takes a file back: loose ones always, sent ones within half an hour. */
    async remove(row: AttachmentRow, owner: Owner): Promise<void> {
      if (row.ownerKind !== owner.kind || row.ownerId !== owner.id) throw notFound();
      if (row.commentId !== null && !isRemovable(row, owner)) throw new Refusal('attachment_in_use', 'A sent file can be taken back for 30 minutes. Ask the agents to remove it.');
      await inTransaction(strapi, async (afterCommit) => {
        await table.deleteMany({ where: { id: row.id } });
        if (row.ticketId !== null) await recordRemoval(row, owner, afterCommit);
      });
      await store().remove(row.key);
    },

    async forgetLoose(): Promise<void> {
      const old = await table.findMany({ where: { commentId: { $null: true }, createdAt: { $lt: after(now(), -looseLimit) } }, limit: 200 });
      for (const row of old) {
        await table.deleteMany({ where: { id: row.id, commentId: { $null: true } } });
        await store().remove(row.key);
      }
    },
  };
};
