import type { PathOf } from '../../../../contracts/endpoints/every-endpoint';
import { openRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';

const reading = 'Answers are for everybody; what is for some only is left out for the others.';
const page = (path: PathOf<'GET'>, handler: string): Route => openRoute('GET', path, `knowledge.${handler}`, reading, 'knowledgeBase');

export const knowledgeRoutes: Route[] = [
  page('/knowledge', 'home'),
  page('/knowledge/categories/:slug', 'category'),
  page('/knowledge/faq', 'faq'),
  page('/knowledge/sitemap', 'sitemap'),
  page('/knowledge/articles/:slug', 'article'),
  openRoute('PUT', '/knowledge/articles/:slug/feedback', 'knowledge.feedback', 'Readers without an account say whether an article helped, once a browser.', 'knowledgeBase', 'changes'),
];
