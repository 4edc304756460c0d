import type { ReceivedMailDetail, ReceivedMailLine } from '../../../contracts/inbound-mail';
import { cleanFileName } from '../conversation/file-rules';
import { renderMarkdown } from '../platform/markdown';
import { toIso } from '../tickets/serialize';
import type { ReceivedMail } from './parsed-mail';
import type { ReceivedMailRow } from './rows';
import { pictureMarks, quoteMark } from './text/html-to-markdown';
import { writtenIn } from './steps/text';

/** True once something was made of it: what it became cannot be taken back here. */
export const isSettled = ({ state }: ReceivedMailRow): boolean => state === 'done';

/** A mail of the list. `names`: references of tickets by id. */
export const toLine = (row: ReceivedMailRow, names: ReadonlyMap<number, string>): ReceivedMailLine => ({
  id: row.key,
  from: row.sender,
  subject: row.subject,
  state: row.state,
  reason: row.reason,
  reference: row.ticketId === null ? null : (names.get(row.ticketId) ?? null),
  via: row.via,
  size: row.size,
  receivedAt: toIso(row.createdAt),
});

const shownText = async (mail: ReceivedMail): Promise<string> => renderMarkdown((await writtenIn(mail)).replaceAll(quoteMark, '').replace(pictureMarks, '').slice(0, 50_000));

/** One mail with its text, made safe as every message is; `mail` null where it cannot be taken apart. */
export const toDetail = async (row: ReceivedMailRow, names: ReadonlyMap<number, string>, mail: ReceivedMail | null): Promise<ReceivedMailDetail> => ({
  ...toLine(row, names),
  to: row.recipients.join(', '),
  messageId: row.messageId,
  attempts: row.attempts,
  lastError: row.lastError,
  decisions: (row.decisions ?? []).map(({ step, verdict, detail }) => ({ step, verdict, detail })),
  html: mail && (await shownText(mail)),
  files: (mail?.files ?? []).map(({ name, bytes }) => ({ name: cleanFileName(name), size: bytes.length })),
});
