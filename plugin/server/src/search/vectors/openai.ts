import { z } from 'zod';
import type { VectorSettings } from '../../../../contracts/search-vectors';
import { seconds } from '../../platform/clock';
import { prepared } from './embedder';
import type { Embedder } from './embedder';
import { unit } from './worker/model';
import { VectorProblem } from './worker/problem';

const answered = z.object({ data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })) });
const patience = seconds(30);
const key = 'search.vectors.apiKey (PORTAL_VECTORS_KEY)';
const address = 'search.vectors.baseUrl (PORTAL_VECTORS_URL)';

/** What is told of an answer that is none. The body may repeat the key or the text, so it is not. */
const refused = (status: number, url: string): VectorProblem => {
  if (status === 401 || status === 403) return new VectorProblem(`${url} refused the key (${status})`, `Set a valid key in ${key}.`);
  if (status === 404) return new VectorProblem(`${url} does not know the address or the model (404)`, `Look at ${address} and search.vectors.model (PORTAL_VECTORS_MODEL).`);
  if (status === 429) return new VectorProblem(`${url} asks for fewer requests (429)`, 'Nothing to do if it passes; else raise the limit at the provider.');
  return new VectorProblem(`${url} answered ${status}`, `Look at the provider, or at ${address}.`);
};

const ask = async (url: string, { apiKey, model }: VectorSettings, input: string[], signal: AbortSignal): Promise<unknown> => {
  const headers = { 'content-type': 'application/json', ...(apiKey === '' ? {} : { authorization: `Bearer ${apiKey}` }) };
  const body = JSON.stringify({ model, input, encoding_format: 'float' });
  const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' }).catch((error: unknown) => {
    if (signal.aborted) throw new VectorProblem(`${url} did not answer in time`, `Look at the provider, or at ${address}.`);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new VectorProblem(`${url} cannot be reached (${cause})`, `Start the provider, or mend ${address}.`);
  });
  if (!response.ok) throw refused(response.status, url);
  return response.json().catch(() => null);
};

/** Any endpoint that speaks OpenAI's `/embeddings`: OpenAI, Azure, Ollama, vLLM, text-embeddings-inference. */
export const openaiEmbedder = (settings: VectorSettings, stopping: AbortSignal): Embedder => {
  const url = `${settings.baseUrl.replace(/\/+$/, '')}/embeddings`;

  const embed: Embedder['embed'] = async (texts, purpose) => {
    if (texts.length === 0) return [];
    const limit = AbortSignal.any([AbortSignal.timeout(patience), stopping]);
    const { success, data } = answered.safeParse(await ask(url, settings, prepared(texts, purpose, settings), limit));
    if (!success || data.data.length !== texts.length) throw new VectorProblem(`${url} answered something other than ${texts.length} vectors`, `${address} must speak the protocol of OpenAI's /embeddings.`);
    return data.data.sort((one, other) => one.index - other.index).map(({ embedding }) => unit(Float32Array.from(embedding)));
  };

  return { batch: 32, embed, open: async () => ({ name: settings.model, dimensions: (await embed(['length'], 'passage'))[0]?.length ?? 0 }) };
};
