import { hours } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { articleLink } from './content-types/article-link';
import { searchRecord } from './content-types/search-record';
import { suggestion } from './content-types/suggestion';
import { answers } from './controllers/answers';
import { answerRoutes } from './routes/answers';
import { articleLabels } from './services/article-labels';
import { openings } from './services/openings';
import { searchRecords } from './services/search-records';
import { suggestionOutcomes } from './services/suggestion-outcomes';
import { suggestions } from './services/suggestions';

/** Rank 6: which answers were offered and taken instead of a ticket, and what is to be learned from it. */
export const deflection: Domain = {
  contentTypes: { 'search-record': searchRecord, suggestion, 'article-link': articleLink },
  controllers: { answers },
  services: { 'article-labels': articleLabels, openings, 'search-records': searchRecords, 'suggestion-outcomes': suggestionOutcomes, suggestions },
  routes: { contentApi: answerRoutes },
  bootstrap({ strapi }) {
    const outcomes = getService(strapi, 'suggestion-outcomes', suggestionOutcomes);
    const tidy = async (): Promise<void> => {
      await outcomes.settleLeft();
      await outcomes.forgetWords();
      await getService(strapi, 'search-records', searchRecords).forgetOld();
    };
    getService(strapi, 'jobs', jobs).start({ name: 'settle suggestions and forget old searches', everyMs: hours(1), run: tidy });
  },
  destroy: ({ strapi }) => getService(strapi, 'search-records', searchRecords).settle(),
};
