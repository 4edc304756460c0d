import { z } from 'zod';
import { answerRequest, writtenAnswer } from '../answers';
import { portalFrame } from '../frame';
import * as knowledge from '../knowledge';
import type { Endpoints } from './endpoint';

const inLanguage = { query: knowledge.readingQuery } as const;

/** Articles, search and answers: `knowledge`. */
export const knowledgeEndpoints = {
  'GET /frame': { says: 'What the team put around and on its portal: logo, links in header and footer, parts of the home page.', ...inLanguage, answers: { 200: portalFrame } },
  'GET /knowledge': { says: 'Categories with featured, popular and recent articles.', ...inLanguage, answers: { 200: knowledge.knowledgeHome } },
  'GET /knowledge/categories/:slug': { says: 'A category with its articles.', ...inLanguage, answers: { 200: knowledge.knowledgeCategoryPage } },
  'GET /knowledge/faq': { says: 'Questions with their answers, by category.', ...inLanguage, answers: { 200: knowledge.faq } },
  'GET /knowledge/sitemap': { says: 'What everybody may read, whoever asks.', ...inLanguage, answers: { 200: z.array(knowledge.sitemapEntry) } },
  'GET /knowledge/articles/:slug': { says: 'An article; 304 for a stranger who has it.', ...inLanguage, answers: { 200: knowledge.article, 304: null } },
  'PUT /knowledge/articles/:slug/feedback': { says: 'Says whether an article helped.', body: knowledge.articleFeedback, ...inLanguage, answers: { 200: z.object({ helpful: z.boolean() }) } },
  'GET /knowledge/previews/:token': { says: 'A version that only its authors know, for a quarter of an hour.', answers: { 200: knowledge.articlePreview } },
  'GET /knowledge/search': { says: 'Finds articles by their passages; any text is welcome.', query: knowledge.searchQuery, answers: { 200: knowledge.searchAnswer }, paged: true },
  'POST /knowledge/suggestions': { says: 'Answers before a request is sent, perhaps none.', body: knowledge.suggestionRequest, answers: { 201: knowledge.suggestion } },
  'GET /knowledge/suggestions/:id': { says: 'Own suggestions again.', answers: { 200: knowledge.suggestion } },
  'PUT /knowledge/suggestions/:id/outcome': { says: 'Says what came of them; the first outcome counts.', body: knowledge.suggestionOutcome, answers: { 200: knowledge.suggestion } },
  'POST /knowledge/openings': { says: 'Notes that an article that was found or offered was opened.', body: knowledge.articleOpening, answers: { 201: z.object({ article: z.string() }) } },
  'POST /knowledge/answers': { says: 'Has an answer written from the articles, with citations.', body: answerRequest, answers: { 201: writtenAnswer }, events: 'Events `sentence`, `sources`, `done` and `failed`, as the answer is written.', refusals: ['answer_unavailable', 'too_many_requests'] },
  'GET /knowledge/answers/:id': { says: 'What was written within the last hour for whoever asks.', answers: { 200: writtenAnswer } },
} as const satisfies Endpoints;
