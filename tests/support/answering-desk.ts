import type { WrittenAnswer } from '../../plugin/contracts/answers';
import { addLanguages } from '../../database/seeds/builders/articles';
import type { AnswerServer } from './answer-server';
import { makeOtherArticles } from './knowledge';
import { bootDesk, type Desk } from './strapi';
import type { Answer, Visitor } from './visitor';

const secret = 'the secret between site and desk';

/** Headers of the site, which says from which address somebody calls. */
export const from = (address: string) => ({ 'x-portal-address': address, 'x-portal-secret': secret });

/** A desk whose answers are written by `endpoint`, with articles about other things. */
export const bootAnsweringDesk = async (endpoint: AnswerServer, environment: Record<string, string> = {}): Promise<Desk> => {
  const url = await endpoint.start();
  const own = { PORTAL_ANSWERS: 'true', PORTAL_ANSWERS_URL: url, PORTAL_ANSWERS_KEY: 'key-of-the-desk', PORTAL_ANSWERS_MODEL: 'small', PORTAL_SITE_SECRET: secret };
  const desk = await bootDesk({ ...own, ...environment });
  await addLanguages(desk.app);
  await makeOtherArticles(desk.app);
  return desk;
};

/** Asks as somebody; the answer is as it came. */
export const ask = (who: Visitor, question: string, headers = {}): Promise<Answer<WrittenAnswer>> => who.post<WrittenAnswer>('/knowledge/answers', { question }, headers);

let visitors = 0;
/** Asks as somebody new, from an address of his own, so that nobody uses up another's budget. */
export const askAsStranger = (desk: Desk, question: string, headers = {}): Promise<Answer<WrittenAnswer>> => ask(desk.visitor(), question, { ...from(`203.0.113.${(visitors += 1)}`), ...headers });
