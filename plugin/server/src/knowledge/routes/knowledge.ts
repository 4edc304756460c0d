import { openRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';

const reading = 'Answers are for everybody; what is for some only is left out for the others.';
const page = (path: string, handler: string): Route => openRoute('GET', `/knowledge${path}`, `knowledge.${handler}`, reading, 'knowledgeBase');

export const knowledgeRoutes: Route[] = [
  page('', 'home'),
  page('/categories/:slug', 'category'),
  page('/faq', 'faq'),
  page('/sitemap', 'sitemap'),
  page('/articles/:slug', 'article'),
  openRoute('PUT', '/knowledge/articles/:slug/feedback', 'knowledge.feedback', 'Readers without an account say whether an article helped, once a browser.', 'knowledgeBase', 'changes'),
];
