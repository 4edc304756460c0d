import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import type { AttachmentRow } from '../../conversation/rows';
import type { Person } from './person';
import { mailPath } from './activity-sections';

/** Bytes that go into the archive: their key in one of the two stores. */
export interface ArchiveFile {
  store: 'attachments' | 'mails';
  key: string;
  /** In a bucket, not on the disk. */
  remote: boolean;
  path: string;
}
type Named = Pick<AttachmentRow, 'id' | 'name'>;
interface FileRow extends Named {
  key: string;
  store: AttachmentRow['store'];
  reference: string | null;
}

const pageSize = 200;
// What waits for the scanner, or did not pass it, is opened by nobody, by no archive either.
// His own files wherever they are, and what support sent to him in his own requests; never a note's, never another customer's.
const filesSql = `select a.id, a.key, a.store, a.name, t.reference from portal_attachments a left join portal_tickets t on t.id = a.ticket_id
  where a.id > ? and ((a.owner_kind = 'customer' and a.owner_id = ?) or (a.owner_kind = 'agent' and t.requester_id = ?)) and a.internal = ? and (a.scan is null or a.scan = 'clean') order by a.id limit ${pageSize}`;
const mailsSql = `select m.id, m.key from portal_received_mails m join portal_comments c on c.id = m.comment_id
  where m.id > ? and c.author_kind = 'customer' and c.author_id = ? order by m.id limit ${pageSize}`;

/** Only what every file system takes; a number before it keeps two of the same name apart. */
const safeName = (name: string): string => name.replace(/[^\p{L}\p{N}._ -]/gu, '_').replace(/^\.+/, '_').slice(-120);

/** Where a file lies in the archive. */
export const filePath = ({ id, name }: Named, reference: string | null): string => `files/${reference ?? 'unsent'}/${id}-${safeName(name)}`;

/** All files of the archive, in small pages. */
export async function* archiveFiles(strapi: Strapi, { customerId }: Person): AsyncGenerator<ArchiveFile> {
  for (let last = 0; ; ) {
    const found = await readRows<FileRow>(strapi, filesSql, [last, customerId, customerId, false]);
    for (const row of found) yield { store: 'attachments', key: row.key, remote: row.store === 's3', path: filePath(row, row.reference) };
    if (found.length < pageSize) break;
    last = found.at(-1)?.id ?? last;
  }
  for (let last = 0; ; ) {
    const found = await readRows<{ id: number; key: string }>(strapi, mailsSql, [last, customerId]);
    for (const { id, key } of found) yield { store: 'mails', key, remote: false, path: mailPath(id) };
    if (found.length < pageSize) return;
    last = found.at(-1)?.id ?? last;
  }
}
