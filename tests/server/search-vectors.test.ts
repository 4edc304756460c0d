import diagnostics from 'node:diagnostics_channel';
import type { Worker } from 'node:worker_threads';
import type { VectorHealth, VectorSettings } from '../../plugin/contracts/search-vectors';
import type { SearchDocument } from '../../plugin/server/src/search/types';
import { EmbeddingServer } from '../support/embedding-server';
import { article, others } from '../support/search-memory';
import { bootSearch } from '../support/search-strapi';
import type { SearchServer } from '../support/search-strapi';

jest.setTimeout(60_000);

const provider = new EmbeddingServer();
let address: string;
let server: SearchServer;
type Engine = SearchServer['engine'];

/** Threads that were begun, newest last. */
const threads: Worker[] = [];
const noteThread = (message: unknown): void => void threads.push((message as { worker: Worker }).worker);

const found = async (text: string, audience: string | null = null, engine: Engine = server.engine): Promise<string[]> =>
  (await engine.search({ text, language: 'en', audience, offset: 0, limit: 10 })).hits.map(({ key }) => key);
const health = async (engine: Engine = server.engine): Promise<VectorHealth> => (await engine.health()).vectors;
const tables = () => server.app.db.getConnection('portal_search_vectors');

/** Waits until `what` is so; fails after `patience` milliseconds. */
const until = async (what: () => Promise<boolean>, patience = 30_000): Promise<void> => {
  const end = Date.now() + patience;
  while (!(await what())) {
    if (Date.now() > end) throw new Error(`It was not so within ${patience} ms: ${JSON.stringify(await health())}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
const isReady = async (engine: Engine = server.engine): Promise<boolean> => (await health(engine)).state === 'ready';

/** Another process, with these settings. */
const configured = (more: Partial<VectorSettings>): Engine => {
  const before = server.app.config.get('plugin::portal.search.vectors') as VectorSettings;
  server.app.config.set('plugin::portal.search.vectors', { ...before, ...more });
  try {
    return server.anotherProcess();
  } finally {
    server.app.config.set('plugin::portal.search.vectors', before);
  }
};

const texts: SearchDocument[] = [
  article('secret', 'Credentials', 'Change your password under settings.'),
  article('paper', 'Paying', 'The invoice comes by mail. A payment takes two days.'),
  article('ink', 'Office', 'The printer wants toner.'),
];

beforeAll(async () => {
  address = await provider.start();
  diagnostics.subscribe('worker_threads', noteThread);
  server = await bootSearch({ PORTAL_VECTORS: 'openai', PORTAL_VECTORS_URL: address, PORTAL_VECTORS_MODEL: 'concepts', PORTAL_VECTORS_KEY: 'a key', PORTAL_VECTORS_TIMEOUT_MS: '2000' });
  for (const each of [...others, ...texts]) await server.index.index(each);
  await server.index.vectorsSettled();
}, 60_000);
afterAll(async () => {
  await server.stop();
  await provider.stop();
  diagnostics.unsubscribe('worker_threads', noteThread);
});

describe('Without vectors', () => {
  test('there is no thread and no statement for them', async () => {
    const begun = threads.length;
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }): void => void statements.push(sql);
    server.app.db.connection.on('query', listen);
    const plain = configured({ provider: 'off' });
    await plain.follow();
    expect(await found('Kennwort vergessen', null, plain)).toEqual([]);
    server.app.db.connection.off('query', listen);
    expect(threads.length).toBe(begun);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements.filter((sql) => sql.includes('portal_search_vectors'))).toEqual([]);
    expect(await health(plain)).toEqual({ state: 'off', model: null, held: 0, wanted: 0, problem: null });
  });
});

describe('A search with vectors', () => {
  test('a question in another language finds the English article', async () => {
    expect(await health()).toMatchObject({ state: 'ready', model: 'openai/concepts/8', problem: null });
    expect(await found('Kennwort vergessen')).toEqual(['secret']);
    expect(await found('Wann kommt die Rechnung')).toEqual(['paper']);
    expect(provider.asked.at(-1)).toMatchObject({ model: 'concepts', authorization: 'Bearer a key' });
  });

  test('suggestions speak where something is near, and keep silent where nothing is', async () => {
    const asked = { title: 'Drucker', text: 'Der Drucker druckt nicht.', language: 'en', audience: null, limit: 3 };
    const near = await server.engine.suggest(asked);
    expect(near).toMatchObject({ silent: false, hits: [{ key: 'ink', passage: { text: 'The printer wants toner.' } }] });
    expect(near.explanation.likeness).toBeGreaterThan(0.9);
    expect(await server.engine.suggest({ ...asked, title: 'Mond', text: 'Wie weit ist es zum Mond?' })).toMatchObject({ silent: true, hits: [] });
  });

  test('the words go first where they find: what is near moves up, and does not take over', async () => {
    expect((await found('printer toner')).slice(0, 1)).toEqual(['ink']);
    expect(await found('opening hours of the shop')).toContain('other-1');
  });

  test('what only partners may find is near to partners alone', async () => {
    await server.index.index(article('terms', 'Partners', 'The discount is generous.', { audiences: ['partners'] }));
    await server.index.vectorsSettled();
    expect(await found('Rabatt')).toEqual([]);
    expect(await found('Rabatt', 'customers')).toEqual([]);
    expect(await found('Rabatt', 'partners')).toEqual(['terms']);
    await server.index.index(article('terms', 'Partners', 'The discount is generous.'));
    await server.index.vectorsSettled();
    expect(await found('Rabatt')).toEqual(['terms']);
  });

  test('a changed article is near by its new text within seconds, a removed one not any more', async () => {
    await server.index.index(article('post', 'Post', 'Nothing in particular.'));
    await server.index.vectorsSettled();
    expect(await found('Paket')).toEqual([]);
    await server.index.index(article('post', 'Post', 'Your parcel is on its way.'));
    await until(async () => (await found('Paket')).includes('post'));
    await server.index.remove('post');
    expect(await found('Paket')).toEqual([]);
  });

  test('after a restart the vectors are there, and no text is sent again', async () => {
    const before = provider.times('Change your password');
    const later = configured({});
    await later.follow();
    await until(() => isReady(later));
    expect(await found('Kennwort vergessen', null, later)).toEqual(['secret']);
    expect(provider.times('Change your password')).toBe(before);
  });

  test('two processes that see a new article send it once', async () => {
    const other = configured({});
    await until(() => isReady(other));
    await Promise.all([server.index.index(article('twice', 'Once', 'Only once: a delivery.')), other.follow()]);
    await until(async () => (await found('Lieferung', null, other)).includes('twice') && (await found('Lieferung')).includes('twice'));
    expect(provider.times('Only once')).toBe(1);
  });

  test('vectors go with the last document that has their text', async () => {
    const [{ count }] = (await tables().count({ count: '*' })) as unknown as [{ count: number }];
    await tables().update({ created_at: new Date(Date.now() - 120_000) });
    await server.index.remove('twice');
    const later = configured({});
    await later.follow();
    await until(async () => Number(((await tables().count({ count: '*' })) as unknown as [{ count: number }])[0].count) < Number(count));
    expect(await found('Kennwort', null, later)).toEqual(['secret']);
  });
});

describe('When something is wrong the words go on', () => {
  test('the thread dies: a question is answered at once, and a new thread takes over', async () => {
    await until(() => isReady());
    const begun = threads.length;
    await Promise.all(threads.map((thread) => thread.terminate()));
    expect(await found('opening hours of the shop')).toContain('other-1');
    await until(async () => (await found('Kennwort vergessen')).includes('secret'));
    expect(threads.length).toBeGreaterThan(begun);
    await until(() => isReady());
  });

  test('a provider that takes too long is not waited for', async () => {
    const hurried = configured({ timeoutMs: 150 });
    await until(() => isReady(hurried));
    provider.delay = 600;
    for (const which of ['first', 'second', 'third']) expect(await found(`${which} opening hours of the shop`, null, hurried)).toContain('other-1');
    expect(await health(hurried)).toMatchObject({ state: 'failing', problem: expect.stringMatching(/did not come within 150 ms.*PORTAL_VECTORS_TIMEOUT_MS/) });
    provider.delay = 0;
    await until(async () => (await found('Kennwort vergessen', null, hurried)).includes('secret'));
    await until(() => isReady(hurried));
  });

  test('a provider that refuses, and then does not any more', async () => {
    provider.failing = 401;
    await server.index.index(article('new', 'New', 'A bill that nobody has seen.'));
    await until(async () => (await health()).state === 'failing');
    expect((await health()).problem).toMatch(/refused the key \(401\)\. Set a valid key in search\.vectors\.apiKey/);
    expect(await found('nobody has seen')).toContain('new');
    provider.failing = null;
    await until(() => isReady());
    expect(await found('Rechnung')).toContain('new');
  });

  test('nobody answers at the address', async () => {
    const lonely = configured({ baseUrl: 'http://127.0.0.1:9/v1' });
    await lonely.follow();
    await until(async () => (await health(lonely)).state === 'failing');
    expect((await health(lonely)).problem).toMatch(/^The search goes on by words alone, because http:\/\/127\.0\.0\.1:9\/v1\/embeddings cannot be reached .* Start the provider, or mend search\.vectors\.baseUrl/);
    expect(await found('opening hours of the shop', null, lonely)).toContain('other-1');
  });

  test('the folder with the model is not there', async () => {
    const empty = configured({ provider: 'onnx', folder: '/nowhere/model' });
    await empty.follow();
    await until(async () => (await health(empty)).state === 'failing');
    expect((await health(empty)).problem).toMatch(/there is no model\.onnx in \/nowhere\/model\. Name the right folder in search\.vectors\.folder/);
    expect(await found('opening hours of the shop', null, empty)).toContain('other-1');
  });

  test('another model: vectors of the old one are not used, and go', async () => {
    provider.dimensions.set('longer', 12);
    const changed = configured({ model: 'longer' });
    await tables().update({ created_at: new Date(Date.now() - 120_000) });
    await changed.follow();
    await until(() => isReady(changed));
    expect(await health(changed)).toMatchObject({ model: 'openai/longer/12' });
    expect(await found('Kennwort vergessen', null, changed)).toEqual(['secret']);
    await until(async () => (await tables().where({ model: 'openai/concepts/8' })).length === 0);
  });

  test('the same name, suddenly another length: all is made anew', async () => {
    provider.dimensions.set('shifting', 10);
    const shifting = configured({ model: 'shifting' });
    await shifting.follow();
    await until(() => isReady(shifting));
    provider.dimensions.set('shifting', 11);
    await server.index.index(article('shift', 'Shift', 'One more parcel.'));
    await shifting.follow();
    await until(async () => (await health(shifting)).model === 'openai/shifting/11' && (await isReady(shifting)));
    expect(await found('Kennwort vergessen', null, shifting)).toEqual(['secret']);
  });
});
