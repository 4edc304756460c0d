import type { ArticleLink, TicketArticles } from '../../../../contracts/knowledge';
import type { DeskArticles } from '../../../../contracts/knowledge-desk';
import { standardSegment } from '../../../../contracts/policy';
import { customers } from '../../accounts/services/customers';
import type { Viewer } from '../../accounts/viewer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import type { Strapi } from '../../platform/domain';
import { articleFinding } from '../../knowledge/services/article-finding';
import type { FoundHit } from '../../knowledge/services/article-finding';
import { readerOf } from '../../tickets/membership';
import { deskList } from '../../tickets/services/desk-list';
import { ticketList } from '../../tickets/services/ticket-list';
import { doneStates } from '../../tickets/state';
import type { TicketRow } from '../../tickets/rows';
import { articleLabels } from './article-labels';
import { relatedArticles } from './related-articles';
import { ticketLabels } from './ticket-labels';

const mostRelated = 4;
const noPassage: FoundHit['passage'] = { heading: '', anchor: '', text: '', marks: [] };

type AboutTicket = Pick<TicketRow, 'id' | 'subject' | 'state'>;
interface Requester {
  segment: string;
  language: string;
}

/** Articles beside a ticket. Whoever looks: only what is published and its requester may see, in his language. */
export const ticketArticles = ({ strapi }: { strapi: Strapi }) => {
  const finding = () => getService(strapi, 'article-finding', articleFinding);
  const labels = () => getService(strapi, 'ticket-labels', ticketLabels);

  const linksTo = async (documents: string[], { segment, language }: Requester, locale = language): Promise<ArticleLink[]> =>
    (await finding().toHits(documents.map((document) => ({ document, passage: noPassage })), locale, segment)).map(({ article }) => article);

  const related = async (ticket: AboutTicket, requester: Requester, except: string[]): Promise<ArticleLink[]> => {
    const { documents, locale } = await getService(strapi, 'related-articles', relatedArticles).of(ticket, requester, mostRelated + except.length);
    return linksTo(documents.filter((document) => !except.includes(document)).slice(0, mostRelated), requester, locale);
  };

  const compose = async (ticket: AboutTicket, requester: Requester): Promise<TicketArticles> => {
    const linked = (await getService(strapi, 'article-labels', articleLabels).of(`ticket:${ticket.id}`)).map(({ document }) => document);
    const solved = doneStates.includes(ticket.state);
    const locale = await finding().localeOf(requester.language);
    return { linked: (await linksTo(linked, requester, locale)).map((article) => ({ ...article, solved })), related: await related(ticket, requester, linked) };
  };

  const onDesk = async (reference: string): Promise<TicketRow> => {
    const ticket = await getService(strapi, 'desk-list', deskList).find(reference);
    if (!ticket) throw notFound();
    return ticket;
  };

  const forDesk = async (ticket: TicketRow): Promise<DeskArticles> => {
    const [requester] = await getService(strapi, 'customers', customers).contacts([ticket.requesterId]);
    const articles = await compose(ticket, { segment: requester?.segment ?? standardSegment, language: requester?.language ?? 'en' });
    return { ...articles, portal: portalAddress(strapi, '') };
  };

  const changed = async (reference: string, slug: string, change: 'link' | 'unlink'): Promise<DeskArticles> => {
    const ticket = await onDesk(reference);
    const document = await labels().documentOf(slug);
    if (!document) throw notFound();
    await labels()[change](ticket, document);
    return forDesk(ticket);
  };

  return {
    /** For a customer who may read the ticket; 404 for all others. */
    async ofCustomer(viewer: Viewer, reference: string): Promise<TicketArticles> {
      const ticket = await getService(strapi, 'ticket-list', ticketList).find(readerOf(strapi, viewer), reference);
      if (!ticket) throw notFound();
      return compose(ticket, viewer);
    },

    /** The same of a ticket that `ticket-list.find` just gave for this customer. */
    ofRead: compose,

    ofDesk: async (reference: string): Promise<DeskArticles> => forDesk(await onDesk(reference)),
    link: (reference: string, slug: string): Promise<DeskArticles> => changed(reference, slug, 'link'),
    unlink: (reference: string, slug: string): Promise<DeskArticles> => changed(reference, slug, 'unlink'),
  };
};
