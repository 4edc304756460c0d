import { portal } from '../../database/seeds/builders/services';
import type { Desk } from './strapi';

/** The secret with which mails are handed to a desk that was booted with it. */
export const inboundSecret = 'a secret of the tests';
/** What a desk needs to take mails. */
export const inboundMail = { PORTAL_INBOUND_ADDRESS: 'support@northwind.example', PORTAL_INBOUND_SECRET: inboundSecret, PORTAL_INBOUND_VERIFY: 'false' };

/** Hands a plain mail in as a mail server would, and has it read. */
export const handIn = async (desk: Desk, from: string, subject: string, body: string): Promise<void> => {
  const mail = [`From: ${from}`, 'To: support@northwind.example', `Subject: ${subject}`, `Message-ID: <${subject.replace(/\W+/g, '-')}@plain.example>`, 'Date: Wed, 25 Nov 2026 18:00:00 +0000', 'Content-Type: text/plain; charset=utf-8', '', body, ''].join('\r\n');
  const answer = await fetch(`${desk.url}/api/portal/inbound-mail`, { method: 'POST', body: mail, headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${inboundSecret}` } });
  if (answer.status !== 200) throw new Error(`The mail was not taken: ${answer.status} ${await answer.text()}`);
  await portal<{ runDue(): Promise<void> }>(desk.app, 'mail-runner').runDue();
};
