import { ratingDays } from '../../../../contracts/ratings';
import type { DeskRating, Rating, RatingChange } from '../../../../contracts/ratings';
import { customers } from '../../accounts/services/customers';
import { after, days, now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { events } from '../../platform/services/events';
import { inTransaction, rows } from '../../platform/rows';
import { couldBeKey } from '../../platform/tokens';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import type { TicketRow } from '../../tickets/rows';
import { toIso } from '../../tickets/serialize';
import { raterOf } from '../rating-token';
import type { RatingRow } from '../rows';

type Rated = Pick<TicketRow, 'id' | 'reference' | 'subject' | 'state' | 'requesterId' | 'assigneeId' | 'solvedAt' | 'closedAt'>;
const columns = ['id', 'reference', 'subject', 'state', 'requesterId', 'assigneeId', 'solvedAt', 'closedAt'];

/** Until when it can be rated; null while it goes on. */
const untilOf = ({ state, solvedAt, closedAt }: Rated): Date | null => {
  if (state !== 'solved' && state !== 'closed') return null;
  const done = closedAt ?? solvedAt;
  return done === null ? null : after(new Date(done), days(ratingDays));
};

/** How requesters found it. Only the requester's word counts, by login or by the link that was mailed to him. */
export const ratings = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<RatingRow>(strapi, 'rating');
  const ticketWhere = async (where: Partial<Rated>): Promise<Rated> => {
    const found = (await rows<TicketRow>(strapi, 'ticket').findOne({ where, select: columns })) as Rated | null;
    if (!found) throw notFound();
    return found;
  };
  const own = (customerId: number, reference: string): Promise<Rated> => {
    if (!couldBeKey(reference)) throw notFound();
    return ticketWhere({ reference, requesterId: customerId });
  };
  const byToken = async (token: string): Promise<Rated> => {
    const rater = raterOf(strapi, token);
    const [reachable] = rater ? await getService(strapi, 'customers', customers).reachable([rater.customerId]) : [];
    if (!rater || !reachable) throw notFound();
    return ticketWhere({ id: rater.ticketId, requesterId: rater.customerId });
  };

  const shown = async (ticket: Rated): Promise<Rating> => {
    const given = await table.findOne({ where: { ticketId: ticket.id } });
    const until = untilOf(ticket);
    const { reference, subject, state } = ticket;
    return { reference, subject, state, score: given?.score ?? null, comment: given?.comment ?? '', until: until && toIso(until), open: until !== null && now() <= until };
  };

  const save = async (ticket: Rated, { score, comment }: RatingChange): Promise<Rating> => {
    const until = untilOf(ticket);
    if (until === null || now() > until) throw new Refusal('rating_closed', `A request can be rated once it is solved, for ${ratingDays} days.`);
    await inTransaction(strapi, async (afterCommit) => {
      await putRow<RatingRow>(strapi, 'rating', { ticketId: ticket.id }, { customerId: ticket.requesterId, assigneeId: ticket.assigneeId, score, comment });
      await getService(strapi, 'events', events).record({ type: 'ticket.rated', subject: ticket.reference, payload: { ticketId: ticket.id, score } }, afterCommit);
    });
    return shown(ticket);
  };

  return {
    /** 404 for another's ticket, and for one that he only takes part in. */
    show: async (customerId: number, reference: string): Promise<Rating> => shown(await own(customerId, reference)),
    /** Saves it, in place of what he said before; 409 `rating_closed` before it is solved, and when the time is over. */
    rate: async (customerId: number, reference: string, change: RatingChange): Promise<Rating> => save(await own(customerId, reference), change),
    /** The same for whoever has the mailed link; 404 for one that nobody sealed, or whose customer may not come in any more. */
    showBy: async (token: string): Promise<Rating> => shown(await byToken(token)),
    rateBy: async (token: string, change: RatingChange): Promise<Rating> => save(await byToken(token), change),

    /** What agents are told of one ticket. */
    async ofTicket(ticketId: number): Promise<DeskRating | null> {
      const given = await table.findOne({ where: { ticketId } });
      return given && { score: given.score, comment: given.comment ?? '', at: toIso(given.updatedAt) };
    },
  };
};
