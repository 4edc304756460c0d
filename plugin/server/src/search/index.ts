import { hours, seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { searchChange } from './content-types/search-change';
import { searchDocument } from './content-types/search-document';
import { searchExample } from './content-types/search-example';
import { searchState } from './content-types/search-state';
import { searchVector } from './content-types/search-vector';
import { searchWords } from './content-types/search-words';
import { searchEngine } from './services/search-engine';
import { searchIndex } from './services/search-index';
import { ensureState } from './store';

/** Rank 1: finds documents by words and by what earlier questions were answered with. Knows nothing of what they are. */
export const search: Domain = {
  contentTypes: { 'search-document': searchDocument, 'search-example': searchExample, 'search-word': searchWords, 'search-change': searchChange, 'search-state': searchState, 'search-vector': searchVector },
  services: { 'search-index': searchIndex, 'search-engine': searchEngine },

  async bootstrap({ strapi }) {
    await ensureState(strapi);
    // Made here and now: Strapi makes services at their first use, and that could be in somebody's transaction.
    const engine = getService(strapi, 'search-engine', searchEngine);
    const timers = getService(strapi, 'jobs', jobs);
    timers.start({ name: 'follow the search index', everyMs: seconds(1), run: () => engine.follow() });
    timers.start({ name: 'forget told search changes', everyMs: hours(1), run: () => getService(strapi, 'search-index', searchIndex).forgetTold() });
  },

  destroy: ({ strapi }) => getService(strapi, 'search-engine', searchEngine).stop(),
};
