import { buffer } from 'node:stream/consumers';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { judge } from '../chain';
import type { Judged } from '../chain';
import { Refusal } from '../../platform/errors';
import { faultPoint } from '../fault-point';
import { mailStore } from '../inbound-settings';
import { parseMail } from '../parsed-mail';
import type { ReceivedMail } from '../parsed-mail';
import type { ReceivedMailRow } from '../rows';
import { mailDelivery } from './mail-delivery';

/** Takes one stored mail through the chain and does what it came to. */
export const mailHandling = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ReceivedMailRow>(strapi, 'received-mail');

  /** What its row is told of it in any case: now that it is decoded. */
  const toldOf = (mail: ReceivedMail, { decisions, facts }: Judged): Partial<ReceivedMailRow> => ({
    sender: (mail.from[0]?.address ?? '').slice(0, 250),
    subject: mail.subject.slice(0, 250),
    decisions,
    ticketId: facts.ticket?.id ?? null,
    lockedUntil: null,
    lastError: null,
  });

  const settle = async (row: ReceivedMailRow, data: Partial<ReceivedMailRow>): Promise<void> => void (await table.updateMany({ where: { id: row.id, state: 'received' }, data }));

  const deliver = async (row: ReceivedMailRow, mail: ReceivedMail, judged: Judged, told: Partial<ReceivedMailRow>): Promise<void> => {
    try {
      await getService(strapi, 'mail-delivery', mailDelivery).deliver(row, mail, judged.facts, told);
    } catch (error) {
      if (!(error instanceof Refusal) || error.details.code !== 'too_many_requests') throw error;
      await settle(row, { ...told, state: 'held', reason: 'limit_reached', decisions: [...judged.decisions, { step: 'limits', verdict: 'held', detail: error.message }] });
    }
  };

  return {
    /** Reads a mail's bytes again, so that it works as well for one that failed before. Rejects where it cannot be handled now. */
    async handle(id: number): Promise<void> {
      const row = await table.findOne({ where: { id, state: 'received' } });
      if (!row) return;
      const mail = await parseMail(await buffer(mailStore(strapi).read(row.key)), row.recipients);
      const judged = await judge(mail, { strapi, row });
      faultPoint('inbound-mail: judged');
      const { verdict } = judged;
      const told = toldOf(mail, judged);
      if (verdict.kind !== 'continue') return settle(row, { ...told, state: verdict.kind, reason: verdict.reason });
      await deliver(row, mail, judged, told);
      faultPoint('inbound-mail: delivered');
    },
  };
};
