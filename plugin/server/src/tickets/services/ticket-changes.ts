import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { holdRow, rows } from '../../platform/rows';
import { updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { alarmsAt, dueColumns } from '../../service-levels/promises';
import { serviceLevels } from '../../service-levels/services/service-levels';
import { alarmColumns, alarmHappenings } from '../alarms';
import { consequences } from '../consequences';
import type { Change } from '../consequences';
import type { Actor, TicketRow } from '../rows';
import { settledPromises } from '../settled-promises';
import { readMarks } from './read-marks';
import { ticketHistory } from './ticket-history';

type AfterCommit = (run: () => void) => void;

/** Changes to a ticket; always inside a transaction, always with their events. */
export const ticketChanges = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');
  return {
    /** Reads a ticket for something beside it: others wait as for `lock`, but nothing of it changes. */
    async hold(id: number): Promise<TicketRow> {
      await holdRow(strapi, 'ticket', id);
      const held = await tickets.findOne({ where: { id } });
      if (!held) throw notFound();
      return held;
    },

    /**
     * Reads a ticket for changing it. The write comes first, because on PostgreSQL it locks the row: of two
     * changes at once the second sees what the first one made.
     */
    async lock(id: number): Promise<TicketRow> {
      await updateRow<TicketRow>(strapi, 'ticket', id, { updatedAt: now().toISOString() });
      const locked = await tickets.findOne({ where: { id } });
      if (!locked) throw notFound();
      return locked;
    },

    /** Applies a change and records one event for each part of it; `extra` columns ride along silently. */
    async apply(ticket: TicketRow, change: Change, actor: Actor, afterCommit: AfterCommit, extra: Partial<TicketRow> = {}): Promise<void> {
      const levels = await getService(strapi, 'service-levels', serviceLevels).current();
      // What was late is noted before a change stops its clock, whenever the watch next comes by.
      const alarms = alarmsAt(levels, ticket, now());
      const { columns, happenings } = consequences(ticket, change, actor, { moment: now(), levels });
      const made = { ...columns, ...alarmColumns(alarms), ...extra };
      const changed = { ...made, ...settledPromises(levels, ticket, { ...ticket, ...made }) };
      const moment = now().toISOString();
      const seen = happenings.some(({ internal }) => !internal) ? { lastVisibleAt: moment } : {};
      const data = { ...changed, ...dueColumns(levels, { ...ticket, ...changed }), ...seen, updatedAt: moment };
      await updateRow<TicketRow>(strapi, 'ticket', ticket.id, data);
      for (const happening of [...alarmHappenings(alarms), ...happenings]) {
        const { id } = await getService(strapi, 'ticket-history', ticketHistory).record(ticket, happening, afterCommit);
        // A customer's own words are the news then; a ticket that returns by itself has no other.
        if (happening.type === 'ticket.woken' && actor.kind === 'system') await getService(strapi, 'read-marks', readMarks).news(ticket, id);
      }
    },
  };
};
