import { seconds } from '../platform/clock';
import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import { policies } from '../segments/services/policies';
import type { Domain, Strapi } from '../platform/domain';
import { article } from './content-types/article';
import { articleDay } from './content-types/article-day';
import { articleFeedback } from './content-types/article-feedback';
import { articleVersion } from './content-types/article-version';
import { knowledgeCategory } from './content-types/knowledge-category';
import { wordList } from './content-types/word-list';
import { followContent } from './content-changes';
import { knowledge as knowledgeController } from './controllers/knowledge';
import { articleSegments } from './controllers/article-segments';
import { previews } from './controllers/previews';
import { searchIndex } from './controllers/search-index';
import { searchWords as searchWordsController } from './controllers/search-words';
import { registerKnowledgeActions } from './permissions';
import { guardReviews } from './review-guard';
import { registerSegmentsField } from './segments-field';
import { articleSegmentRoutes } from './routes/article-segments';
import { knowledgeRoutes } from './routes/knowledge';
import { previewDeskRoutes, previewRoutes } from './routes/previews';
import { searchIndexRoutes } from './routes/search-index';
import { searchWordsRoutes } from './routes/search-words';
import { articleAudience } from './services/article-audience';
import { articleCounts } from './services/article-counts';
import { articleFinding } from './services/article-finding';
import { articleImport } from './services/article-import';
import { articleIndex } from './services/article-index';
import { articleLanguages } from './services/article-languages';
import { articleOpinions } from './services/article-opinions';
import { articlePassages } from './services/article-passages';
import { articlePreviews } from './services/article-previews';
import { articleReading } from './services/article-reading';
import { articleReviews } from './services/article-reviews';
import { articleSchedule } from './services/article-schedule';
import { articleShelf } from './services/article-shelf';
import { articleTexts } from './services/article-texts';
import { articleVersions } from './services/article-versions';
import { categoryImport } from './services/category-import';
import { knowledgeHome } from './services/knowledge-home';
import { searchWords } from './services/search-words';
import { searchWordsEditing } from './services/search-words-editing';

const listen = (strapi: Strapi): void => {
  const outbox = getService(strapi, 'events', events);
  const index = getService(strapi, 'article-index', articleIndex);
  outbox.subscribe('article-index', ['article.changed'], ({ subject }) => index.update(subject));
  outbox.subscribe('search-words', ['search_words.changed'], ({ subject }) => getService(strapi, 'search-words', searchWords).update(subject));
  const shelf = getService(strapi, 'article-shelf', articleShelf);
  getService(strapi, 'article-versions', articleVersions).onChange(() => shelf.noteChange());
};

const work = (strapi: Strapi): void => {
  const timers = getService(strapi, 'jobs', jobs);
  const schedule = () => getService(strapi, 'article-schedule', articleSchedule);
  // A date is a promise to readers, who look for the article then. What is expired is hidden at once, whenever it is withdrawn.
  // What nobody may read need not go out; it does when somebody may again.
  const read = () => getService(strapi, 'policies', policies).anywhere('knowledgeBase');
  timers.start({ name: 'publish articles', everyMs: seconds(1), run: async () => read() && schedule().publishDue() });
  timers.start({ name: 'withdraw articles', everyMs: seconds(10), run: async () => read() && schedule().withdrawDue() });
  timers.start({ name: 'write down counts of articles', everyMs: seconds(5), run: () => getService(strapi, 'article-counts', articleCounts).flush() });
};

/** Rank 4: answers that authors write, who may read them, and how they are found. */
export const knowledge: Domain = {
  contentTypes: { article, 'knowledge-category': knowledgeCategory, 'word-list': wordList, 'article-version': articleVersion, 'article-day': articleDay, 'article-feedback': articleFeedback },
  controllers: { 'article-segments': articleSegments, knowledge: knowledgeController, previews, 'search-index': searchIndex, 'search-words': searchWordsController },
  services: {
    'article-audience': articleAudience,
    'article-counts': articleCounts,
    'article-finding': articleFinding,
    'article-import': articleImport,
    'article-index': articleIndex,
    'article-languages': articleLanguages,
    'article-opinions': articleOpinions,
    'article-passages': articlePassages,
    'article-previews': articlePreviews,
    'article-reading': articleReading,
    'article-reviews': articleReviews,
    'article-schedule': articleSchedule,
    'article-shelf': articleShelf,
    'article-texts': articleTexts,
    'article-versions': articleVersions,
    'category-import': categoryImport,
    'knowledge-home': knowledgeHome,
    'search-words': searchWords,
    'search-words-editing': searchWordsEditing,
  },
  routes: { contentApi: [...knowledgeRoutes, ...previewRoutes], admin: [...searchIndexRoutes, ...previewDeskRoutes, ...searchWordsRoutes, ...articleSegmentRoutes] },

  register({ strapi }) {
    registerSegmentsField(strapi);
    guardReviews(strapi);
  },
  async bootstrap({ strapi }) {
    await registerKnowledgeActions(strapi);
    followContent(strapi);
    listen(strapi);
    work(strapi);
    if (!getService(strapi, 'jobs', jobs).rests()) await getService(strapi, 'article-index', articleIndex).ensure();
  },
  async destroy({ strapi }) {
    await getService(strapi, 'article-index', articleIndex).settle();
    await getService(strapi, 'article-counts', articleCounts).flush();
  },
};
