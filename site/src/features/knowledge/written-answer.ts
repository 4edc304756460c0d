import { createParser } from 'eventsource-parser';
import type { Readable } from 'node:stream';
import type { AnswerEvent, AnswerSource, WrittenAnswer } from '@contracts/answers';
import type { ErrorCode } from '@contracts/platform';
import type { ShownAnswer, ShownSource } from '@components/written-answer/WrittenAnswer.astro';
import type { PostedForm } from '@features/forms/posted-form';
import type { Answer, PortalApi } from '@portal-api/client';
import { articlePath, askedChoice, askedPath, type AskedChoice, type SearchChoice } from './addresses';

/** A question that was asked on the search page. */
export interface Asked extends Pick<SearchChoice, 'q' | 'category'>, Pick<AskedChoice, 'search'> {}

const toShownSource = ({ n, slug, title, heading, anchor, language }: AnswerSource, search: string): ShownSource => ({ n, title, heading, language, href: articlePath(slug, { search, anchor }) });

/** An answer as it is shown; its sources are opened out of the search. */
export const toShown = ({ state, language, sentences, sources }: WrittenAnswer, search: string): ShownAnswer => ({ state, language, sentences, sources: sources.map((source) => toShownSource(source, search)) });

/** What the form asks. Its fields come from the page; forged ones are cut. */
export const askedIn = (form: PostedForm): Asked => {
  const { search } = askedChoice(new URLSearchParams({ search: form.text('search') }));
  return { q: form.text('q').replaceAll('\u0000', '').trim().slice(0, 500), category: form.text('category').replaceAll('\u0000', '').slice(0, 80), search };
};

/** The search page after an answer was asked for. */
export const afterAsking = (asked: Asked, answer: Answer<WrittenAnswer>): string => {
  const none = answer.ok ? '' : answer.code === 'too_many_requests' ? 'spent' : 'failed';
  return askedPath(asked, { answer: answer.ok ? answer.data.id : '', none, search: asked.search });
};

async function* eventsIn(stream: Readable): AsyncGenerator<AnswerEvent> {
  const came: AnswerEvent[] = [];
  const parser = createParser({ onEvent: ({ event, data }) => void came.push({ event, data: JSON.parse(data) as unknown } as AnswerEvent) });
  const decoder = new TextDecoder();
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    parser.feed(decoder.decode(chunk, { stream: true }));
    yield* came.splice(0);
  }
}

const lineOf = (told: object): string => `${JSON.stringify(told)}\n`;
const failure = (code: ErrorCode): string => lineOf({ failed: code });

/** The events as the page's script reads them: a line each, with addresses of this site. */
async function* linesOf(stream: Readable, search: string): AsyncGenerator<string> {
  for await (const told of eventsIn(stream)) {
    if (told.event === 'sentence') yield lineOf({ sentence: told.data });
    if (told.event === 'sources') yield lineOf({ sources: told.data.map((source) => toShownSource(source, search)) });
    if (told.event === 'done') yield lineOf({ done: told.data.state });
    if (told.event === 'failed') yield failure(told.data.code);
  }
}

const bodyOf = (lines: AsyncGenerator<string>, leaving: AbortController): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    // A reader who has gone ends the work behind it.
    cancel: () => leaving.abort(),
  });
};

/** The answer to a question, told to the page's script line by line while it is written. */
export const tellAnswer = async (api: PortalApi, { q, search }: Asked): Promise<Response> => {
  const leaving = new AbortController();
  const answer = await api.listen('/knowledge/answers', { question: q }, leaving.signal);
  const headers = { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'X-Accel-Buffering': 'no' };
  return answer.ok ? new Response(bodyOf(linesOf(answer.data, search), leaving), { headers }) : new Response(failure(answer.code), { status: answer.status, headers });
};
