import { after, days, now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { writeStatement } from '../../platform/statements';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import type { Actor, ReadMarkRow, TicketRow } from '../rows';
import { deskList } from './desk-list';

const keptFor = days(30);

/** How far each agent has read. A ticket without a mark is unread. */
export const readMarks = ({ strapi }: { strapi: Strapi }) => {
  const idOf = async (reference: string): Promise<number> => {
    const ticket = await getService(strapi, 'desk-list', deskList).find(reference);
    if (!ticket) throw notFound();
    return ticket.id;
  };

  return {
    /** The agent has seen the timeline up to this line. */
    async set(reference: string, agentId: number, seenEvent: number): Promise<void> {
      await putRow<ReadMarkRow>(strapi, 'read-mark', { agentId, ticketId: await idOf(reference) }, { seenEvent });
    },

    /** The ticket is unread again, for this agent. */
    async remove(reference: string, agentId: number): Promise<void> {
      await rows<ReadMarkRow>(strapi, 'read-mark').deleteMany({ where: { agentId, ticketId: await idOf(reference) } });
    },

    /**
     * Says that this line of the timeline is to be read. Whoever wrote it has read it, unless he had not read
     * what was there before. In the transaction of the line.
     */
    async news(ticket: Pick<TicketRow, 'id' | 'newsEvent'>, event: number, by?: Actor): Promise<void> {
      await writeStatement(strapi, 'update portal_tickets set news_event = ? where id = ?', [event, ticket.id]);
      if (by?.kind !== 'agent' || by.id === null) return;
      await writeStatement(strapi, 'update portal_read_marks set seen_event = ? where agent_id = ? and ticket_id = ? and seen_event >= ?', [event, by.id, ticket.id, ticket.newsEvent ?? 0]);
    },

    /** Takes away the marks of tickets that were done long ago: there, nothing is unread. */
    async forgetOld(): Promise<void> {
      const old = "select id from portal_tickets where turn = 'nobody' and updated_at < ?";
      await writeStatement(strapi, `delete from portal_read_marks where ticket_id in (${old})`, [after(now(), -keptFor)]);
    },
  };
};
