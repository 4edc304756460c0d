import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { mailStore } from '../../inbound-mail/inbound-settings';
import type { ReceivedMailRow } from '../../inbound-mail/rows';
import type { MailRow } from '../../mail/services/mail-queue';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows, storedJson, writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { searchIndex } from '../../search/services/search-index';
import type { SearchExample } from '../../search/types';
import { byLine, without } from './literals';
import type { Literal } from './literals';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (literals: Literal[]): Literal[] => literals.map((each) => ({ ...each, words: each.words.replace(/[&<>"]/g, (character) => escapes[character] ?? character) }));
const mentions = (text: string | null, literals: Literal[]): boolean => text !== null && literals.some(({ words }) => text.includes(words));

/** Where Markdown made something else of the words, the HTML goes as a whole: the text says the same. */
const cleanHtml = (html: string | null, literals: Literal[]): string | null => {
  if (html === null) return null;
  const cleaned = without(html, escaped(literals));
  return mentions(cleaned.replace(/<[^>]*>/g, ''), escaped(literals)) ? null : cleaned;
};

/** Mails that are kept or still to be sent: those about a ticket, or by the name of what they are about. */
export const redactSentMails = async (strapi: Strapi, where: { ticketId: number } | { key: { $startsWith: string } }, literals: Literal[]): Promise<number> => {
  const table = rows<MailRow>(strapi, 'mail');
  const gone = byLine(literals);
  let count = 0;
  for (const { id, subject, text, html } of await table.findMany({ where, limit: 5000 })) {
    const cleaned = { subject: without(subject, gone), text: text && without(text, gone), html: cleanHtml(html, gone) };
    if (cleaned.subject === subject && cleaned.text === text && cleaned.html === html) continue;
    await table.updateMany({ where: { id }, data: cleaned });
    count += 1;
  }
  return count;
};

const removedNote = '\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n(The content of this mail was taken away when words of it were redacted.)\r\n';
const isKept = (line: string, subject: string, literals: Literal[]): boolean => !/^(content-|mime-version)/i.test(line) && !(/^subject:/i.test(line) && mentions(subject, literals)) && !mentions(line, literals);

/** A mail's body can be written in ways in which no words are found, so nothing of it stays but its head. */
const emptyBytes = async (strapi: Strapi, { key, subject }: ReceivedMailRow, literals: Literal[]): Promise<void> => {
  const bytes = await buffer(mailStore(strapi).read(key)).catch(() => null);
  if (!bytes) return;
  const [head = ''] = bytes.toString('latin1').split(/\r?\n\r?\n/, 1);
  const headers = head.split(/\r?\n(?![ \t])/).filter((line) => isKept(line, subject, literals));
  await mailStore(strapi).write(key, Readable.from([Buffer.from(headers.join('\r\n') + removedNote, 'latin1')]));
};

/** The mails as they came in, of which a message of the ticket was made. */
export const redactReceivedMails = async (strapi: Strapi, commentIds: number[], literals: Literal[]): Promise<number> => {
  if (commentIds.length === 0) return 0;
  const table = rows<ReceivedMailRow>(strapi, 'received-mail');
  const found = await table.findMany({ where: { commentId: { $in: commentIds } }, limit: 1000 });
  for (const row of found) {
    await emptyBytes(strapi, row, byLine(literals));
    await table.updateMany({ where: { id: row.id }, data: { subject: without(row.subject, literals) } });
  }
  return found.length;
};

/** What the search learned from the ticket, what was offered before it was sent, and what people were told of it. */
export const redactLearned = async (strapi: Strapi, ticketId: number, literals: Literal[]): Promise<void> => {
  const key = `ticket:${ticketId}`;
  const [example] = await readRows<Omit<SearchExample, 'answers'> & { answers: SearchExample['answers'] | string }>(strapi, 'select key, language, text, answers from portal_search_examples where key = ?', [key]);
  if (example && mentions(example.text, literals)) await getService(strapi, 'search-index', searchIndex).learn({ ...example, text: without(example.text, literals), answers: storedJson<SearchExample['answers']>(example.answers) });
  for (const { id, subject, text } of await readRows<{ id: number; subject: string | null; text: string | null }>(strapi, 'select id, subject, text from portal_suggestions where ticket_id = ?', [ticketId])) {
    await writeStatement(strapi, 'update portal_suggestions set subject = ?, text = ? where id = ?', [subject && without(subject, literals), text && without(text, literals), id]);
  }
  for (const { id, title } of await readRows<{ id: number; title: string }>(strapi, 'select id, title from portal_notifications where ticket_id = ?', [ticketId])) {
    if (mentions(title, literals)) await writeStatement(strapi, 'update portal_notifications set title = ? where id = ?', [without(title, literals), id]);
  }
};
