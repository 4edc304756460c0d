import { customers } from '../../accounts/services/customers';
import { membership } from '../../accounts/services/membership';
import { leaveAddress } from '../../mail/envelope';
import { mailQueue } from '../../mail/services/mail-queue';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { inTransaction, rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { digestLetter } from '../digest-letter';
import type { NotificationRow } from '../rows';
import { smallPrint } from '../small-print';

const atOnce = 50;
const named = 30;
const dueSql = 'select distinct customer_id as "customerId" from portal_notifications where digest_at <= ? order by customer_id limit ?';

/** The daily mail of those who want one. */
export const digests = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<NotificationRow>(strapi, 'notification');
  const people = () => getService(strapi, 'customers', customers);

  const enqueue = async (customerId: number, news: NotificationRow[]): Promise<void> => {
    const [contact] = await people().reachable([customerId]);
    if (!contact) return;
    const queue = getService(strapi, 'mail-queue', mailQueue);
    const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf(contact.segment);
    const items = news.slice(0, named).map(({ kind, reference, title, actor, state, own }) => ({ kind, reference, title: own ? title : '', by: actor ?? '', state }));
    const letter = digestLetter(contact.language, { brand, name: contact.name, items, url: portalAddress(strapi, '/notifications'), more: news.length - items.length });
    const leaving = { customerId, kind: 'digest' };
    const leave = { label: smallPrint[contact.language].leaveDigest, url: leaveAddress(leaving, queue.sender()) };
    // Named by its last piece of news: a second process that comes by writes the same mail.
    await queue.enqueue([{ key: `digest:${customerId}:${news.at(-1)?.id}`, to: contact.email, letter: { ...letter, look, leave }, leaving }]);
  };

  const digest = (customerId: number, moment: Date): Promise<void> =>
    inTransaction(strapi, async () => {
      await people().hold(customerId);
      const due = await table.findMany({ where: { customerId, digestAt: { $lte: moment } }, orderBy: { id: 'asc' } });
      // What he read meanwhile is no news.
      const news = due.filter(({ readAt }) => readAt === null);
      if (news.length > 0) await enqueue(customerId, news);
      await table.updateMany({ where: { id: { $in: due.map(({ id }) => id) } }, data: { digestAt: null } });
    });

  return {
    /** Writes the digests that are due; mail and marks are kept together, so none is sent twice or forgotten. */
    async sendDue(): Promise<void> {
      const moment = now();
      for (;;) {
        const found = await readRows<{ customerId: number }>(strapi, dueSql, [moment, atOnce]);
        for (const { customerId } of found) await digest(customerId, moment);
        if (found.length > 0) getService(strapi, 'mail-queue', mailQueue).sendSoon();
        if (found.length < atOnce) return;
      }
    },
  };
};
