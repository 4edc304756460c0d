import { hours } from '../platform/clock';
import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { articleLink } from './content-types/article-link';
import { searchRecord } from './content-types/search-record';
import { suggestion } from './content-types/suggestion';
import { takenGap } from './content-types/taken-gap';
import { answers } from './controllers/answers';
import { authors } from './controllers/authors';
import { requesterPanels as requesterPanelsController } from './controllers/requester-panels';
import { ticketArticles as ticketArticlesController } from './controllers/ticket-articles';
import { answerRoutes } from './routes/answers';
import { authorRoutes } from './routes/authors';
import { deskArticleRoutes, ticketArticleRoutes } from './routes/ticket-articles';
import { articleGaps } from './services/article-gaps';
import { articleLabels } from './services/article-labels';
import { authoredArticles } from './services/authored-articles';
import { gapDrafts } from './services/gap-drafts';
import { knowledgeFigures } from './services/knowledge-figures';
import { learnedLabels } from './services/learned-labels';
import { openings } from './services/openings';
import { relatedArticles } from './services/related-articles';
import { requesterPanels } from './services/requester-panels';
import { searchGaps } from './services/search-gaps';
import { searchRecords } from './services/search-records';
import { suggestionOutcomes } from './services/suggestion-outcomes';
import { suggestions } from './services/suggestions';
import { ticketArticles } from './services/ticket-articles';
import { ticketLabels } from './services/ticket-labels';

const heard = ['comment.added', 'ticket.state_changed', 'ticket.closed', 'ticket.reopened', 'ticket.merged', 'article_links.changed'];

/** Rank 6: which answers were offered and taken instead of a ticket, and what is to be learned from it. */
export const deflection: Domain = {
  contentTypes: { 'search-record': searchRecord, suggestion, 'article-link': articleLink, 'taken-gap': takenGap },
  controllers: { answers, authors, 'requester-panels': requesterPanelsController, 'ticket-articles': ticketArticlesController },
  services: {
    'article-gaps': articleGaps,
    'article-labels': articleLabels,
    'authored-articles': authoredArticles,
    'gap-drafts': gapDrafts,
    'knowledge-figures': knowledgeFigures,
    'learned-labels': learnedLabels,
    openings,
    'related-articles': relatedArticles,
    'requester-panels': requesterPanels,
    'search-gaps': searchGaps,
    'search-records': searchRecords,
    'suggestion-outcomes': suggestionOutcomes,
    suggestions,
    'ticket-articles': ticketArticles,
    'ticket-labels': ticketLabels,
  },
  routes: { contentApi: [...answerRoutes, ...ticketArticleRoutes], admin: [...authorRoutes, ...deskArticleRoutes] },

  bootstrap({ strapi }) {
    const outcomes = getService(strapi, 'suggestion-outcomes', suggestionOutcomes);
    const labels = getService(strapi, 'ticket-labels', ticketLabels);
    getService(strapi, 'events', events).subscribe('article-labels', heard, (event) => labels.hear(event));
    const tidy = async (): Promise<void> => {
      await outcomes.settleLeft();
      await outcomes.forgetWords();
      await getService(strapi, 'search-records', searchRecords).forgetOld();
    };
    getService(strapi, 'jobs', jobs).start({ name: 'settle suggestions and forget old searches', everyMs: hours(1), run: tidy });
  },
  destroy: ({ strapi }) => getService(strapi, 'search-records', searchRecords).settle(),
};
