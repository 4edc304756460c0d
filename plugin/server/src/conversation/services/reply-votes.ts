import type { ReplyVotes } from '../../../../contracts/ratings';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { couldBeKey } from '../../platform/tokens';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { alone } from '../../tickets/membership';
import { ticketList } from '../../tickets/services/ticket-list';
import type { CommentRow, ReplyVoteRow } from '../rows';

const countSql = 'select helpful, count(*) as votes from portal_reply_votes where ticket_id = ? group by helpful';

/** Whether replies of support helped those who read them. */
export const replyVotes = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ReplyVoteRow>(strapi, 'reply-vote');
  return {
    /** One word for each reply, which can be changed; 404 for what is no reply of support that he may read. */
    async vote(customerId: number, reference: string, key: string, helpful: boolean): Promise<void> {
      const ticket = await getService(strapi, 'ticket-list', ticketList).find(alone(customerId), reference);
      const where = { key, ticketId: ticket?.id, authorKind: 'agent', internal: false };
      const comment = ticket && couldBeKey(key) ? await rows<CommentRow>(strapi, 'comment').findOne({ where, select: ['id'] }) : null;
      if (!ticket || !comment) throw notFound();
      await putRow<ReplyVoteRow>(strapi, 'reply-vote', { commentId: comment.id, customerId }, { ticketId: ticket.id, helpful });
    },

    /** What somebody said of the replies of a ticket, by their row. */
    async of(customerId: number, ticketId: number): Promise<Map<number, boolean>> {
      const found = await table.findMany({ where: { ticketId, customerId }, select: ['commentId', 'helpful'] });
      return new Map(found.map(({ commentId, helpful }) => [commentId, Boolean(helpful)]));
    },

    /** What agents are told of all replies of a ticket. */
    async ofTicket(ticketId: number): Promise<ReplyVotes> {
      const found = await readRows<{ helpful: boolean | number; votes: number | string }>(strapi, countSql, [ticketId]);
      const count = (wanted: boolean): number => Number(found.find(({ helpful }) => Boolean(helpful) === wanted)?.votes ?? 0);
      return { helpful: count(true), not: count(false) };
    },
  };
};
