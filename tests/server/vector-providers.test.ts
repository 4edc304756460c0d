import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { VectorProvider, VectorSettings } from '../../plugin/contracts/search-vectors';
import { embedderOf } from '../../plugin/server/src/search/vectors/embedder';
import type { Embedder } from '../../plugin/server/src/search/vectors/embedder';
import { threadOf } from '../../plugin/server/src/search/vectors/thread';
import type { VectorProblem } from '../../plugin/server/src/search/vectors/worker/problem';
import { EmbeddingServer } from '../support/embedding-server';

jest.setTimeout(120_000);

const root = path.resolve(__dirname, '..', '..');
const provider = new EmbeddingServer();
const stopping = new AbortController();
const thread = threadOf(path.join(root, 'plugin', 'dist', 'worker', 'index.js'), () => undefined);
let baseUrl: string;

const embedder = (name: VectorProvider, more: Partial<VectorSettings> = {}): Embedder => {
  const settings: VectorSettings = { provider: name, baseUrl, apiKey: '', model: 'concepts', folder: '', weight: null, timeoutMs: 300, leastLikeness: null, questionPrefix: '', passagePrefix: '', ...more };
  return embedderOf(settings, { thread, root, stopping: stopping.signal });
};
const likeness = (one?: Float32Array, other?: Float32Array): number => Array.from(one ?? []).reduce((sum, value, at) => sum + value * (other?.[at] ?? 0), 0);
const problem = async (work: Promise<unknown>): Promise<string> => {
  const { message, mend } = await work.then(() => ({ message: 'none', mend: '' }), (error: VectorProblem) => error);
  return `${message} | ${mend}`;
};

beforeAll(async () => {
  baseUrl = await provider.start();
});
afterAll(async () => {
  stopping.abort();
  await thread.stop();
  await provider.stop();
});

describe.each([['openai', 8], ['energetic', 512]] as const)('The provider "%s"', (name, dimensions) => {
  const texts = ['How do I change my password?', 'I forgot my password and want another.', 'The printer needs toner.'];

  test('says which model it is, and how long its vectors are', async () => {
    const model = await embedder(name).open();
    expect([model.name.length > 3, model.dimensions]).toEqual([true, dimensions]);
  });

  test('answers a vector of length 1 for each text, in their order, however many are asked at once', async () => {
    const own = embedder(name);
    await own.open();
    const together = await own.embed(texts, 'passage');
    expect(together.map(({ length }) => length)).toEqual(texts.map(() => dimensions));
    for (const [at, text] of texts.entries()) {
      const [alone] = await own.embed([text], 'passage');
      expect(likeness(alone, alone)).toBeCloseTo(1, 4);
      expect(likeness(alone, together[at])).toBeCloseTo(1, 3);
    }
    expect(await own.embed([], 'passage')).toEqual([]);
  });

  test('what means alike is nearer than what does not', async () => {
    const own = embedder(name);
    await own.open();
    const [one, alike, other] = await own.embed(texts, 'question');
    expect(likeness(one, alike)).toBeGreaterThan(likeness(one, other) + 0.1);
  });

  test('takes any text: none, very long, from anywhere', async () => {
    const own = embedder(name);
    await own.open();
    const [long] = await own.embed([`${'word '.repeat(50_000)}\u0000 \ud800 😀 كلمة`], 'passage');
    expect(likeness(long, long)).toBeCloseTo(1, 4);
  });
});

describe('A provider that cannot be had says why, and how to mend it', () => {
  test.each([
    [401, /refused the key \(401\) \| Set a valid key in search\.vectors\.apiKey \(PORTAL_VECTORS_KEY\)/],
    [404, /does not know the address or the model \(404\) \| Look at search\.vectors\.baseUrl/],
    [429, /asks for fewer requests/],
    [500, /answered 500 \| Look at the provider/],
  ])('an endpoint that answers %s', async (status, said) => {
    provider.failing = status;
    expect(await problem(embedder('openai', { apiKey: 'secret key' }).open())).toMatch(said);
    expect(await problem(embedder('openai', { apiKey: 'secret key' }).open())).not.toContain('secret key');
    provider.failing = null;
  });

  test('an address where something else answers, or nobody', async () => {
    expect(await problem(embedder('openai', { baseUrl: baseUrl.replace('/v1', '/other') }).open())).toMatch(/404/);
    expect(await problem(embedder('openai', { baseUrl: 'http://127.0.0.1:9' }).open())).toMatch(/cannot be reached .* \| Start the provider/);
  });

  test('a folder without a model, or with half of one', async () => {
    expect(await problem(embedder('onnx', { folder: '/nowhere' }).open())).toMatch(/no model\.onnx in \/nowhere \| Name the right folder in search\.vectors\.folder \(PORTAL_VECTORS_FOLDER\)/);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-model-'));
    try {
      writeFileSync(path.join(folder, 'model.onnx'), 'none');
      expect(await problem(embedder('onnx', { folder }).open())).toMatch(/there is no tokenizer\.json in/);
      writeFileSync(path.join(folder, 'tokenizer.json'), '{');
      expect(await problem(embedder('onnx', { folder }).open())).toMatch(/tokenizer\.json cannot be read .* \| Download it again/);
      writeFileSync(path.join(folder, 'tokenizer.json'), '{}');
      expect(await problem(embedder('onnx', { folder }).open())).toMatch(/the package onnxruntime-node cannot be loaded .* \| Install it in the folder of your Strapi: npm install onnxruntime-node/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('prefixes that a model was trained with stand before what it reads', async () => {
  const own = embedder('openai', { questionPrefix: 'query: ', passagePrefix: 'passage: ' });
  await own.embed(['what?'], 'question');
  expect(provider.asked.at(-1)?.input).toEqual(['query: what?']);
  await own.embed(['that.'], 'passage');
  expect(provider.asked.at(-1)?.input).toEqual(['passage: that.']);
});
