import { Readable } from 'node:stream';
import { now } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { newToken } from '../../platform/tokens';
import { insertRowsOnce } from '../../platform/write-rows';
import type { TakenIn } from '../../../../contracts/inbound-mail';
import type { Strapi } from '../../platform/domain';
import { faultPoint } from '../fault-point';
import { deliveredTo, fingerprintOf, hashOf } from '../fingerprint';
import { inboundSettings, mailStore } from '../inbound-settings';
import { addressesIn, headersOf, valueOf } from '../mail-head';
import type { Header } from '../mail-head';
import type { ReceivedMailRow } from '../rows';
import { mailRunner } from './mail-runner';

/** A mail as it is handed in. */
export interface DeliveredMail {
  bytes: Buffer;
  /** By which way: `imap`, `webhook` or the name of a provider. */
  via: string;
  /** Whom the server that took it says that it is for; empty where nobody says. */
  recipients: string[];
  /** Its real size where `bytes` are only its head, because the rest was too large to fetch. */
  size?: number;
}
/** The stored mail; `repeated` when it had come before. */

const short = (text: string, length: number): string => text.replaceAll('\0', '').toWellFormed().slice(0, length);

/** Stores mails before anybody looks at them. */
export const mailIntake = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ReceivedMailRow>(strapi, 'received-mail');

  const rowOf = ({ bytes, via, recipients: envelope, size = bytes.length }: DeliveredMail, headers: Header[]): Partial<ReceivedMailRow> & { key: string; fingerprint: string } => {
    const recipients = deliveredTo(headers, envelope, inboundSettings(strapi).address);
    const identity = { key: newToken(), fingerprint: fingerprintOf(headers, bytes, recipients), sha256: hashOf(bytes) };
    const sender = short(addressesIn(valueOf(headers, 'from'))[0] ?? '', 250);
    const told = { messageId: short(valueOf(headers, 'message-id'), 250) || null, sender, recipients, subject: short(valueOf(headers, 'subject'), 250) };
    return { ...identity, ...told, via, size, state: 'received', attempts: 0, availableAt: now() };
  };

  return {
    /**
     * Keeps a mail's bytes and its row, and has it read soon after. When this resolves, nothing can lose it. The
     * same mail again is the one that was kept. Refusals: `mail_too_large`, `mail_malformed` for what has no header.
     */
    async receive(mail: DeliveredMail): Promise<TakenIn> {
      const { maxSize } = inboundSettings(strapi);
      if (mail.bytes.length > maxSize) throw new Refusal('mail_too_large', `A mail may have ${maxSize} bytes. Nothing was kept.`);
      const headers = headersOf(mail.bytes);
      if (headers.length === 0) throw new Refusal('mail_malformed', 'This is no mail: it does not begin with headers. Nothing was kept.');
      const row = rowOf(mail, headers);
      const before = await table.findOne({ where: { fingerprint: row.fingerprint }, select: ['key'] });
      if (before) return { id: before.key, repeated: true };
      await mailStore(strapi).write(row.key, Readable.from([mail.bytes]));
      faultPoint('inbound-mail: bytes written');
      await insertRowsOnce<ReceivedMailRow, 'fingerprint'>(strapi, 'received-mail', [row], 'fingerprint');
      faultPoint('inbound-mail: row written');
      const kept = await table.findOne({ where: { fingerprint: row.fingerprint }, select: ['key'] });
      // Somebody else was quicker with the same mail.
      if (kept && kept.key !== row.key) await mailStore(strapi).remove(row.key);
      getService(strapi, 'mail-runner', mailRunner).runSoon();
      return { id: kept?.key ?? row.key, repeated: kept?.key !== row.key };
    },
  };
};
