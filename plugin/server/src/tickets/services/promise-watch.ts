import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { readRows, writeStatement } from '../../platform/statements';
import { updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { alarmsAt, dueColumns } from '../../service-levels/promises';
import { serviceLevels } from '../../service-levels/services/service-levels';
import { alarmColumns, alarmHappenings } from '../alarms';
import type { TicketRow } from '../rows';
import { activeStates } from '../state';
import { ticketHistory } from './ticket-history';

const atOnce = 100;
const dueSql = `select id from portal_tickets where look_at <= ? order by look_at limit ${atOnce}`;
// Written first: of two processes that look at once, one finds it taken.
const takeSql = 'update portal_tickets set look_at = null where id = ? and look_at <= ? returning id';
const recountSql = `update portal_tickets set look_at = ? where state in (${activeStates.map(() => '?').join(', ')})`;

/**
 * Watches over what is promised: notes in the timelines what is nearly due and what is late, each once, and counts
 * anew after hours or targets changed. Customers see nothing of it, not even a later time of change.
 */
export const promiseWatch = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');
  const levels = () => getService(strapi, 'service-levels', serviceLevels).current();
  const keep = (ticket: TicketRow, data: Partial<TicketRow>): Promise<void> => updateRow<TicketRow>(strapi, 'ticket', ticket.id, { ...data, updatedAt: ticket.updatedAt });

  const note = (id: number): Promise<void> =>
    inTransaction(strapi, async (afterCommit) => {
      const moment = now();
      const [taken] = await writeStatement(strapi, takeSql, [id, moment]);
      const ticket = taken ? await tickets.findOne({ where: { id } }) : null;
      if (!ticket) return;
      const known = await levels();
      const alarms = alarmsAt(known, ticket, moment);
      const told = alarmColumns(alarms);
      await keep(ticket, { ...told, ...dueColumns(known, { ...ticket, ...told }) });
      for (const happening of alarmHappenings(alarms)) await getService(strapi, 'ticket-history', ticketHistory).record(ticket, happening, afterCommit);
    });

  const idsOf = async (sql: string, bindings: (string | number | Date)[]): Promise<number[]> => (await readRows<{ id: number }>(strapi, sql, bindings)).map(({ id }) => id);

  return {
    /** Notes all that is to be told by now; a note and what remembers it are kept together. */
    async noteDue(): Promise<void> {
      for (;;) {
        const due = await idsOf(dueSql, [now()]);
        for (const id of due) await note(id);
        if (due.length < atOnce) return;
      }
    },

    /** Has every open ticket counted anew when the watch next looks: an event must not wait for a hundred thousand of them. */
    async recountAll(): Promise<void> {
      getService(strapi, 'service-levels', serviceLevels).forget();
      await writeStatement(strapi, recountSql, [now(), ...activeStates]);
    },
  };
};
