import type { AnswerEvent } from '../../../../contracts/answers';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { maskedText } from '../../deflection/masks';
import { articlePassages } from '../../knowledge/services/article-passages';
import type { ReadablePassage } from '../../knowledge/services/article-passages';
import type { Audience } from '../../knowledge/visibility';
import { analyserOf } from '../../search/text/analyser';
import { answerGuard } from '../answer-guard';
import { promptFor } from '../prompt';
import { answerBudgets } from './answer-budgets';
import type { Payer } from './answer-budgets';
import { EndpointFailure, answerEndpoint } from './answer-endpoint';
import type { AnswerSettings } from './answer-endpoint';
import { keptAnswers, toSource } from './kept-answers';

const mostPassages = 6;

/** Who asks, and whose budget it is. */
export interface Asker {
  owner: string;
  audience: Audience;
  payer: Payer;
  /** Answers a day. */
  limit: number;
}
/** A question that will be answered: what may be told of it was found, and what it costs was paid. */
export interface Prepared {
  question: string;
  owner: string;
  readIn: string;
  /** Of the best passage: answers keep to the words of their sources. */
  language: string;
  passages: ReadablePassage[];
}

/** Answers written from what the asker may read, by an endpoint that is trusted with nothing. */
export const writtenAnswers = ({ strapi }: { strapi: Strapi }) => {
  const settings = (): AnswerSettings => strapi.config.get<AnswerSettings>('plugin::portal.answers');

  /** For the log: neither the question nor anything that the endpoint sent. */
  const note = (error: unknown, signal: AbortSignal): void => {
    const why = error instanceof EndpointFailure ? error.message : signal.aborted ? 'it took too long' : 'it could not be reached';
    strapi.log.warn(`An answer could not be written by the endpoint of portal.config.answers: ${why}.`);
  };

  async function* write({ question, owner, readIn, language, passages }: Prepared, signal: AbortSignal): AsyncGenerator<AnswerEvent> {
    const analyser = await analyserOf(language);
    const guard = answerGuard(passages, language, (text) => analyser.terms(text).map(({ term }) => term));
    const told = (sentences: ReturnType<typeof guard.add>): AnswerEvent[] => sentences.map((data) => ({ event: 'sentence', data: { ...data, language } }));
    if (passages.length > 0) {
      for await (const piece of getService(strapi, 'answer-endpoint', answerEndpoint).write(promptFor(question, passages, language), signal)) yield* told(guard.add(piece));
      yield* told(guard.end());
    }
    const [sentences, sources] = [guard.sentences(), guard.sources()];
    const state = sentences.length > 0 ? 'answered' : 'unknown';
    const id = await getService(strapi, 'kept-answers', keptAnswers).keep({ owner, readIn, language, state, sentences, sources });
    yield { event: 'sources', data: sources.map(toSource) };
    yield { event: 'done', data: { id, state } };
  }

  return {
    /**
     * Finds what may answer a question. Where the search is silent nothing will be asked of anybody, and nothing is
     * paid; else 429 when the budget is used up. Addresses and numbers in the question stay in the house.
     */
    async prepare(question: string, language: string | undefined, { owner, audience, payer, limit }: Asker): Promise<Prepared> {
      const { passages, locale } = await getService(strapi, 'article-passages', articlePassages).find(question, language, audience, mostPassages);
      if (passages.length > 0) await getService(strapi, 'answer-budgets', answerBudgets).spend(payer, limit, settings().perDay);
      return { question: maskedText(question), owner, readIn: locale, language: passages[0]?.language ?? locale, passages };
    },

    /** Tells the answer as it is written; `left` ends it, and so does the time-out. Never throws: the last event says how it ended. */
    async *tell(prepared: Prepared, left: AbortSignal): AsyncGenerator<AnswerEvent> {
      const signal = AbortSignal.any([left, AbortSignal.timeout(settings().timeoutMs)]);
      try {
        yield* write(prepared, signal);
      } catch (error) {
        if (!left.aborted) note(error, signal);
        yield { event: 'failed', data: { code: 'answer_unavailable' } };
      }
    },
  };
};
