import { openRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';

const search = 'Answers are for everybody; what is for some only cannot be found by others.';
const suggestion = 'Answers are offered before anybody signs in; a suggestion belongs to the browser that asked for it.';

export const answerRoutes: Route[] = [
  openRoute('GET', '/knowledge/search', 'answers.search', search, 'knowledgeBase', 'searches'),
  openRoute('POST', '/knowledge/suggestions', 'answers.suggest', suggestion, 'knowledgeBase', 'searches'),
  openRoute('GET', '/knowledge/suggestions/:id', 'answers.show', suggestion, 'knowledgeBase'),
  openRoute('PUT', '/knowledge/suggestions/:id/outcome', 'answers.conclude', suggestion, 'knowledgeBase', 'changes'),
  openRoute('POST', '/knowledge/openings', 'answers.open', suggestion, 'knowledgeBase', 'changes'),
];
