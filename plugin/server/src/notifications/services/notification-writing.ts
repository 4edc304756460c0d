import { after, days, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { readRows, writeStatement } from '../../platform/statements';
import { insertRowsOnce } from '../../platform/write-rows';
import type { Binding } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { policies } from '../../segments/services/policies';
import type { NotificationRow } from '../rows';

/** A notification that is to be written. */
export type NewNotification = Omit<NotificationRow, 'id' | 'updatedAt' | 'readAt' | 'own' | 'shown'> & { own: boolean; shown: boolean };

const atOnce = 200;
const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
const oldSql = 'select id, customer_id as "customerId" from portal_notifications where created_at < ? order by created_at limit ?';

const counted = (ids: number[]): Map<number, number> => {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
};

/**
 * Writes notifications, and with each change of what is unread the count beside the customer, in the same
 * transaction: pages read the count alone.
 */
export const notificationWriting = ({ strapi }: { strapi: Strapi }) => {
  const count = async (changes: Map<number, number>): Promise<void> => {
    const ids = [...changes.keys()];
    if (ids.length === 0) return;
    // In order, so that two who count for several people at once never wait for each other.
    const ordered = strapi.db.dialect.client === 'postgres' ? `(select id from portal_customers where id in (${marks(ids.length)}) order by id for update)` : `(${marks(ids.length)})`;
    const changed = ids.map(() => 'when ? then cast(? as integer)').join(' ');
    const next = `coalesce(unread, 0) + case id ${changed} else 0 end`;
    await writeStatement(strapi, `update portal_customers set unread = case when ${next} < 0 then 0 else ${next} end where id in ${ordered} returning id`, [...[...changes].flat(), ...[...changes].flat(), ...ids]);
  };

  /** Of one customer, those that `which` says. */
  const readWhere = (customerId: number, which: string, bindings: Binding[]): Promise<void> =>
    inTransaction(strapi, async () => {
      const sql = `update portal_notifications set read_at = ? where customer_id = ? and shown = ? and read_at is null${which} returning id`;
      const read = await writeStatement<{ id: number }>(strapi, sql, [now(), customerId, true, ...bindings]);
      if (read.length > 0) await count(new Map([[customerId, -read.length]]));
    });

  const drop = async (customerId: number, which: string, bindings: Binding[]): Promise<void> => {
    await readWhere(customerId, which, bindings);
    await writeStatement(strapi, `delete from portal_notifications where customer_id = ?${which} returning id`, [customerId, ...bindings]);
  };

  return {
    /** Writes many in one statement. One that is there already stays as it is, and counts once. */
    write: (lines: NewNotification[]): Promise<void> =>
      inTransaction(strapi, async () => {
        const written = new Set(await insertRowsOnce<NotificationRow, 'key'>(strapi, 'notification', lines, 'key'));
        await count(counted(lines.filter(({ key, shown }) => shown && written.has(key)).map(({ customerId }) => customerId)));
      }),

    /** Marks what he has seen; other people's are left alone, whatever ids are named. */
    readIds: (customerId: number, ids: number[]) => readWhere(customerId, ` and id in (${marks(ids.length)})`, ids),
    /** All up to one, so that what came meanwhile stays unread. */
    readUpTo: (customerId: number, id: number) => readWhere(customerId, ' and id <= ?', [id]),
    /** Those about one ticket. */
    readTicket: (customerId: number, reference: string) => readWhere(customerId, ' and reference = ?', [reference]),

    /** Takes away all about a ticket that somebody may not read any more. */
    dropTicket: (customerId: number, ticketId: number): Promise<void> => inTransaction(strapi, () => drop(customerId, ' and ticket_id = ?', [ticketId])),

    /** What is older than `retention.notificationDays`. */
    async forgetOld(): Promise<void> {
      const { notificationDays } = getService(strapi, 'policies', policies).retention();
      while (notificationDays > 0) {
        const old = await readRows<{ id: number; customerId: number }>(strapi, oldSql, [after(now(), -days(notificationDays)), atOnce]);
        for (const customerId of new Set(old.map((row) => row.customerId))) {
          const ids = old.filter((row) => row.customerId === customerId).map(({ id }) => id);
          await inTransaction(strapi, () => drop(customerId, ` and id in (${marks(ids.length)})`, ids));
        }
        if (old.length < atOnce) return;
      }
    },
  };
};
