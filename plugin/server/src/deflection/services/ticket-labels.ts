import { customers } from '../../accounts/services/customers';
import { comments } from '../../conversation/services/comments';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { inTransaction, rows } from '../../platform/rows';
import { events } from '../../platform/services/events';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';
import { doneStates } from '../../tickets/state';
import type { Actor, TicketRow } from '../../tickets/rows';
import { linkedSlugs } from '../article-addresses';
import { articleLabels } from './article-labels';
import type { Question } from './article-labels';

interface TicketPayload {
  ticketId: number;
  actor?: Actor;
  commentId?: number;
  mergedIntoId?: number;
}

/** Which articles answered a ticket: found in agents' replies or said by them, and learned once it is solved. */
export const ticketLabels = ({ strapi }: { strapi: Strapi }) => {
  const labels = () => getService(strapi, 'article-labels', articleLabels);

  /** Any language's slug; only of what is published. Works within a transaction. */
  const documentOf = async (slug: string): Promise<string | null> => {
    const found = (await strapi.db.query('plugin::portal.article').findOne({ where: { slug, publishedAt: { $notNull: true } }, select: ['documentId'] })) as { documentId: string } | null;
    return found?.documentId ?? null;
  };

  const questionOf = async (ticketId: number): Promise<Question | null> => {
    const ticket = await rows<TicketRow>(strapi, 'ticket').findOne({ where: { id: ticketId }, select: ['id', 'subject', 'state', 'requesterId'] });
    if (!ticket || !doneStates.includes(ticket.state)) return null;
    const body = await getService(strapi, 'comments', comments).firstBody(ticketId);
    const requester = await getService(strapi, 'customers', customers).byId(ticket.requesterId);
    return { text: `${ticket.subject}\n${body}`, language: requester?.language ?? 'en' };
  };

  const noteLinks = async ({ ticketId, commentId }: TicketPayload): Promise<void> => {
    const comment = commentId === undefined ? null : await getService(strapi, 'comments', comments).visibleById(commentId);
    for (const slug of linkedSlugs(comment?.body ?? '', portalAddress(strapi, ''))) {
      const document = await documentOf(slug);
      if (document) await labels().add(`ticket:${ticketId}`, document, 'agent_link');
    }
  };

  const change = (ticket: Pick<TicketRow, 'id' | 'reference'>, work: () => Promise<void>): Promise<void> =>
    inTransaction(strapi, async (afterCommit) => {
      await work();
      await getService(strapi, 'events', events).record({ type: 'article_links.changed', subject: ticket.reference, payload: { ticketId: ticket.id } }, afterCommit);
    });

  const relearn = async (ticketId: number): Promise<void> => {
    const cause = `ticket:${ticketId}` as const;
    if ((await labels().everOf(cause)) > 0) await labels().learn(cause, await questionOf(ticketId));
  };

  /** The question goes on in the other ticket: what answered it goes along, and the search forgets it here. */
  const hearMerge = async (fromId: number, intoId: number): Promise<void> => {
    const [from, into] = [`ticket:${fromId}`, `ticket:${intoId}`] as const;
    if ((await labels().everOf(from)) > 0) await labels().move(from, into);
    await labels().learn(from, null);
    await relearn(intoId);
  };

  return {
    documentOf,

    /** An agent says that this article answers the ticket. */
    link: (ticket: Pick<TicketRow, 'id' | 'reference'>, document: string): Promise<void> => change(ticket, () => labels().add(`ticket:${ticket.id}`, document, 'agent_link', true)),

    /** An agent says that it does not. It is not put in again by a link in a reply. */
    unlink: (ticket: Pick<TicketRow, 'id' | 'reference'>, document: string): Promise<void> => change(ticket, async () => void (await labels().remove(`ticket:${ticket.id}`, document))),

    /** Hears what happened to a ticket. Told twice of one event, it learns once. */
    async hear({ type, payload }: DeliveredEvent): Promise<void> {
      const about = payload as unknown as TicketPayload;
      if (type === 'comment.added' && about.actor?.kind === 'agent') await noteLinks(about);
      if (type === 'ticket.merged') return about.mergedIntoId === undefined ? undefined : hearMerge(about.ticketId, about.mergedIntoId);
      await relearn(about.ticketId);
    },
  };
};
