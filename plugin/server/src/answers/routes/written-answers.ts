import { openRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';

const why = 'Answers are written from what everybody may read; one belongs to the browser that asked for it.';

export const writtenAnswerRoutes: Route[] = [
  openRoute('POST', '/knowledge/answers', 'written-answers.create', why, 'writtenAnswers'),
  openRoute('GET', '/knowledge/answers/:id', 'written-answers.show', why, 'writtenAnswers'),
];
