import { Readable } from 'node:stream';
import type { Context } from 'koa';
import { answerRequest } from '../../../../contracts/answers';
import type { AnswerEvent } from '../../../../contracts/answers';
import { answer } from '../../platform/answer';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { audienceOf, knownReader, languageFor, readersOf, viewerIn } from '../../knowledge/readers';
import { effectivePolicy } from '../../segments/services/policies';
import { keptAnswers } from '../services/kept-answers';
import { writtenAnswers as service } from '../services/written-answers';
import type { Asker } from '../services/written-answers';

/** Each event as a browser's EventSource reads it. JSON has no line ends, so no text can end an event. */
async function* lines(events: AsyncIterable<AnswerEvent>): AsyncGenerator<string> {
  // A comment: headers go out with it, so that whoever listens knows at once that he was heard.
  yield ': writing\n\n';
  for await (const { event, data } of events) yield `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

const nameIn = async (events: AsyncIterable<AnswerEvent>): Promise<string> => {
  for await (const { event, data } of events) if (event === 'done') return data.id;
  throw new Refusal('answer_unavailable', 'No answer could be written. What the search finds is not affected.');
};

/** Answers written from articles: `knowledge/answers`. */
export const writtenAnswers: ControllerFactory = ({ strapi }) => {
  const askerIn = (ctx: Context): Asker => {
    const viewer = viewerIn(ctx);
    const { perVisitor } = strapi.config.get<{ perVisitor: number }>('plugin::portal.answers');
    const { answersPerDay } = effectivePolicy(strapi, viewer).rates;
    const payer = viewer ? { customerId: viewer.customerId } : { address: ctx.ip };
    return { owner: knownReader(ctx, strapi), audience: audienceOf(ctx), payer, limit: viewer ? answersPerDay : perVisitor };
  };
  /** Ends when whoever asked has gone: nobody pays for what nobody reads. */
  const gone = (ctx: Context): AbortSignal => {
    const left = new AbortController();
    ctx.res.once('close', () => left.abort());
    return left.signal;
  };

  return {
    /** POST knowledge/answers → 201 with the answer, or its events as they come; `unknown` where the articles do not say. */
    async create(ctx) {
      const { question, language } = validate(answerRequest, bodyOf(ctx));
      const asker = askerIn(ctx);
      const answers = getService(strapi, 'written-answers', service);
      const events = answers.tell(await answers.prepare(question, languageFor(ctx, language), asker), gone(ctx));
      if (ctx.accepts('application/json', 'text/event-stream') !== 'text/event-stream') {
        const id = await nameIn(events);
        return answer(ctx, await getService(strapi, 'kept-answers', keptAnswers).show(id, [asker.owner], asker.audience), {}, 201);
      }
      ctx.status = 200;
      ctx.set({ 'Cache-Control': 'private, no-store', 'X-Accel-Buffering': 'no', 'X-Content-Type-Options': 'nosniff' });
      ctx.type = 'text/event-stream; charset=utf-8';
      ctx.body = Readable.from(lines(events));
    },

    /** GET knowledge/answers/:id → what was written in the last hour for whoever asks; 404 for another's. */
    async show(ctx) {
      answer(ctx, await getService(strapi, 'kept-answers', keptAnswers).show(String(ctx.params.id), readersOf(ctx, strapi), audienceOf(ctx)));
    },
  };
};
