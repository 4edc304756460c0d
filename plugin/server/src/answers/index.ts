import { minutes } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { answerBudget } from './content-types/answer-budget';
import { writtenAnswer } from './content-types/written-answer';
import { writtenAnswers as writtenAnswersController } from './controllers/written-answers';
import { writtenAnswerRoutes } from './routes/written-answers';
import { answerBudgets } from './services/answer-budgets';
import { answerEndpoint } from './services/answer-endpoint';
import { keptAnswers } from './services/kept-answers';
import { writtenAnswers } from './services/written-answers';

/** Rank 7: answers written from articles by an endpoint that the operator chose; off unless he turns it on. */
export const answers: Domain = {
  contentTypes: { 'written-answer': writtenAnswer, 'answer-budget': answerBudget },
  controllers: { 'written-answers': writtenAnswersController },
  services: { 'answer-budgets': answerBudgets, 'answer-endpoint': answerEndpoint, 'kept-answers': keptAnswers, 'written-answers': writtenAnswers },
  routes: { contentApi: writtenAnswerRoutes },

  bootstrap({ strapi }) {
    const forget = async (): Promise<void> => {
      await getService(strapi, 'kept-answers', keptAnswers).forgetOld();
      await getService(strapi, 'answer-budgets', answerBudgets).forgetOld();
    };
    getService(strapi, 'jobs', jobs).start({ name: 'forget written answers', everyMs: minutes(10), run: forget });
  },
};
