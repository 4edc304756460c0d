import { portal } from '../../database/seeds/builders/services';
import type { Desk } from '../support/strapi';
import { inbox, type Row } from './world';

let count = 0;
/** A plain mail with a subject and a Message-ID of its own; `more` replaces or adds headers, an empty one takes it away. */
export const mailOf = (from: string, text: string, more: Record<string, string> = {}): Buffer => {
  count += 1;
  const headers = { From: from, To: inbox, Subject: `Mail ${count}`, Date: 'Wed, 25 Nov 2026 18:00:00 +0000', 'Message-ID': `<m${count}@plain.example>`, ...more };
  return Buffer.from(`${Object.entries(headers).filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${text}\r\n`);
};

/** A mail of a text and a file. */
export const mailWithFile = (from: string, text: string, file: { name: string; type: string; base64: string }, more: Record<string, string> = {}): Buffer =>
  mailOf(from, `--b\r\nContent-Type: text/plain\r\n\r\n${text}\r\n--b\r\nContent-Type: ${file.type}; name="${file.name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${file.base64}\r\n--b--`, { 'Content-Type': 'multipart/mixed; boundary=b', ...more });

/** Reads all that was handed in. */
export const runDue = ({ app }: Desk): Promise<void> => portal<{ runDue(): Promise<void> }>(app, 'mail-runner').runDue();

/** The message that was made of a mail, with the codes of its remarks. */
export const messageOf = async ({ app }: Desk, { commentId }: Row): Promise<{ body: string; remarks: string[] } | null> => {
  const found = (await app.db.query('plugin::portal.comment').findOne({ where: { id: commentId ?? 0 } })) as { body: string; remarks: { code: string }[] | null } | null;
  return found && { body: found.body, remarks: (found.remarks ?? []).map(({ code }) => code) };
};
