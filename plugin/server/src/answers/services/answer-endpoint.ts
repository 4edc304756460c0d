import { EventSourceParserStream } from 'eventsource-parser/stream';
import { z } from 'zod';
import type { Strapi } from '../../platform/domain';
import type { Message } from '../prompt';

/** What is set under `answers` in the portal's configuration. */
export interface AnswerSettings {
  baseUrl: string;
  apiKey: string;
  model: string;
  timeoutMs: number;
  maxTokens: number;
  perCustomer: number;
  perVisitor: number;
  perDay: number;
}

/** The endpoint did not write an answer. Says why for the log; nothing of what it sent, which may be anything. */
export class EndpointFailure extends Error {}

const longestEvent = 100_000;
const longestAnswer = 20_000;
const chunk = z.object({ choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).nullish(), finish_reason: z.string().nullish() })) });

const parsed = (data: string): z.infer<typeof chunk> => {
  try {
    return chunk.parse(JSON.parse(data));
  } catch {
    throw new EndpointFailure('it sent an event that is none of the protocol');
  }
};

/** The text in a stream of events. Ends when the model said that it has; throws when the stream ended before. */
async function* textIn(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let [length, isComplete] = [0, false];
  const events = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).pipeThrough(new EventSourceParserStream({ maxBufferSize: longestEvent }));
  for await (const { data } of events as unknown as AsyncIterable<{ data: string }>) {
    if (data === '[DONE]') return;
    const [choice] = parsed(data).choices;
    const text = choice?.delta?.content ?? '';
    length += text.length;
    if (length > longestAnswer) throw new EndpointFailure('it wrote more than it was asked to');
    if (text) yield text;
    isComplete ||= Boolean(choice?.finish_reason);
  }
  if (!isComplete) throw new EndpointFailure('it broke off');
}

/** Any server that speaks OpenAI's protocol of chat completions. */
export const answerEndpoint = ({ strapi }: { strapi: Strapi }) => {
  const settings = (): AnswerSettings => strapi.config.get<AnswerSettings>('plugin::portal.answers');

  const ask = async (messages: Message[], signal: AbortSignal): Promise<ReadableStream<Uint8Array>> => {
    const { baseUrl, apiKey, model, maxTokens } = settings();
    const response = await strapi.fetch(`${baseUrl.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) },
      body: JSON.stringify({ model, messages, stream: true, temperature: 0, max_tokens: maxTokens }),
      // The key and the passages are for this address and no other.
      redirect: 'error',
      signal,
    });
    if (response.ok && response.body && response.headers.get('content-type')?.startsWith('text/event-stream')) return response.body;
    await response.body?.cancel();
    throw new EndpointFailure(response.ok ? 'it did not answer with a stream of events' : `it answered ${response.status}`);
  };

  return {
    /** What the model writes, piece by piece. Throws when it fails, or when `signal` ends it. */
    async *write(messages: Message[], signal: AbortSignal): AsyncGenerator<string> {
      yield* textIn(await ask(messages, signal));
    },
  };
};
