import { randomUUID } from 'node:crypto';
import { after, now, seconds } from '../../platform/clock';
import { rows } from '../../platform/rows';
import { insertRowsOnce } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { inboundSettings } from '../inbound-settings';
import type { WatchedMailboxRow } from '../rows';

const leaseMs = seconds(30);

/** Which node watches the mailbox, and how far it was read: both outlive this process. */
export const mailboxLease = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<WatchedMailboxRow>(strapi, 'watched-mailbox');
  const me = randomUUID();
  const name = (): string => {
    const { user, host, mailbox } = inboundSettings(strapi).imap;
    return `${user}@${host}/${mailbox}`.slice(0, 250);
  };

  return {
    /** True while this node is the one that watches; asked often, it stays so. Another takes over half a minute after it was asked last. */
    async isMine(): Promise<boolean> {
      const moment = now();
      const leaseUntil = after(moment, leaseMs);
      const { count } = await table.updateMany({ where: { name: name(), $or: [{ holder: me }, { leaseUntil: { $lt: moment } }] }, data: { holder: me, leaseUntil } });
      if (count > 0) return true;
      await insertRowsOnce<WatchedMailboxRow, 'name'>(strapi, 'watched-mailbox', [{ name: name(), uidValidity: '', lastUid: 0, holder: me, leaseUntil }], 'name');
      return (await table.findOne({ where: { name: name(), holder: me } })) !== null;
    },

    /** Lets another node have it at once. */
    giveBack: async (): Promise<void> => void (await table.updateMany({ where: { name: name(), holder: me }, data: { leaseUntil: now() } })),

    /** The number of the last mail that was stored; null where the mailbox was never read, or its numbers begin anew. */
    async readUpTo(uidValidity: string): Promise<number | null> {
      const row = await table.findOne({ where: { name: name() } });
      return row && row.uidValidity === uidValidity ? Number(row.lastUid) : null;
    },

    /** Notes that all mails up to this number are stored. */
    note: async (uidValidity: string, lastUid: number): Promise<void> => void (await table.updateMany({ where: { name: name(), holder: me }, data: { uidValidity, lastUid } })),
  };
};
