import type { AnswerEvent, WrittenAnswer } from '../../plugin/contracts/answers';
import { addLanguages, articleDocuments, makeArticle } from '../../database/seeds/builders/articles';
import { AnswerServer, type Mood } from '../support/answer-server';
import { makeOtherArticles } from '../support/knowledge';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';
import type { Answer, Visitor } from '../support/visitor';

jest.setTimeout(120_000);
const endpoint = new AnswerServer();
const secret = 'the secret between site and desk';
let desk: Desk;
let cora: SignedIn;
let plug: string;

const question = 'The Hub stays amber. How do I start the Hub again?';
const words = 'Pull the plug of the Hub, wait for ten seconds and plug it in again. The Hub blinks white, then stays green.';
const good = 'Pull the plug of the Hub, wait for ten seconds and plug it in again [2]. Then the Hub blinks white and stays green. [2]';

const set = (key: string, value: unknown): void => void desk.app.config.set(`plugin::portal.answers.${key}`, value);
const ask = (who: Visitor, asked = question, headers = {}): Promise<Answer<WrittenAnswer>> => who.post<WrittenAnswer>('/knowledge/answers', { question: asked }, headers);
const from = (address: string) => ({ 'x-portal-address': address, 'x-portal-secret': secret });
let visitors = 0;
/** A visitor from an address of his own, so that no test uses up another's budget. */
const visitor = (): [Visitor, Record<string, string>] => [desk.visitor(), from(`203.0.113.${(visitors += 1)}`)];
const asStranger = (asked = question): Promise<Answer<WrittenAnswer>> => {
  const [who, headers] = visitor();
  return ask(who, asked, headers);
};
const eventsOf = (text: string): AnswerEvent[] =>
  text.split('\n\n').filter(Boolean).map((block) => {
    const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
    return { event, data: JSON.parse(data ?? 'null') as unknown } as AnswerEvent;
  });
const streamed = async (asked = question): Promise<AnswerEvent[]> => {
  const [who, headers] = visitor();
  return eventsOf((await ask(who, asked, { ...headers, accept: 'text/event-stream' })).text);
};
const textsOf = ({ data }: Answer<WrittenAnswer>): string[] => data.sentences.map(({ text }) => text);

beforeAll(async () => {
  const url = await endpoint.start();
  desk = await bootDesk({ PORTAL_ANSWERS: 'true', PORTAL_ANSWERS_URL: url, PORTAL_ANSWERS_KEY: 'key-of-the-desk', PORTAL_ANSWERS_MODEL: 'small', PORTAL_ANSWERS_PER_VISITOR: '3', PORTAL_SITE_SECRET: secret });
  await addLanguages(desk.app);
  await makeOtherArticles(desk.app);
  plug = await makeArticle(desk.app, { title: 'Start the Hub again', slug: 'start-the-hub', body: `Nothing is lost by it.\n\n## Pull the plug\n\n${words}`, keywords: 'hub, amber, start' });
  cora = await desk.customer('Cora Bell');
  await desk.settle();
});
beforeEach(() => {
  endpoint.mood = 'writes';
  endpoint.writing = good;
  endpoint.asked.length = 0;
});
afterAll(async () => {
  await desk?.stop();
  await endpoint.stop();
});

describe('somebody who asks', () => {
  test('gets sentences, each with the passage that says so, and the way to it', async () => {
    const { status, data } = await asStranger();
    expect(status).toBe(201);
    expect(data).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      state: 'answered',
      language: 'en',
      sentences: [
        { text: 'Pull the plug of the Hub, wait for ten seconds and plug it in again.', citations: [1] },
        { text: 'Then the Hub blinks white and stays green.', citations: [1] },
      ],
      sources: [{ n: 1, slug: 'start-the-hub', title: 'Start the Hub again', heading: 'Pull the plug', anchor: 's-pull-the-plug', language: 'en' }],
    });
  });

  test('hears it sentence by sentence where he can, each one checked before', async () => {
    endpoint.writing = `${good} The Hub was built by elves. Call 0800 555 for the plug of the Hub [2].`;
    const events = await streamed();
    expect(events.map(({ event }) => event)).toEqual(['sentence', 'sentence', 'sources', 'done']);
    expect(events[0]).toEqual({ event: 'sentence', data: { text: 'Pull the plug of the Hub, wait for ten seconds and plug it in again.', citations: [1], language: 'en' } });
    expect(events.at(-1)).toMatchObject({ data: { state: 'answered' } });
  });

  test('is told that it is not known, where the model says so, cites nothing, or cites what it was not given', async () => {
    for (const writing of ['NO_ANSWER', words, 'Pull the plug of the Hub [9].', 'Pull the plug of the Hub [2][9].', '']) {
      endpoint.writing = writing;
      const { status, data } = await asStranger();
      expect([writing, status, data]).toEqual([writing, 201, expect.objectContaining({ state: 'unknown', sentences: [], sources: [] })]);
    }
  });

  test('is told the same without anybody being asked, where the search finds nothing', async () => {
    const { data } = await asStranger('Which wine goes with a quiche?');
    expect(data).toMatchObject({ state: 'unknown', sentences: [], sources: [] });
    expect(endpoint.asked).toEqual([]);
  });

  test('gets a 400 for a question that is none, is too long, or comes with anything else', async () => {
    for (const body of [{}, { question: ' ' }, { question: 'x'.repeat(501) }, { question, passages: ['mine'] }, { question, language: 'en; drop' }]) expect((await desk.visitor().post('/knowledge/answers', body)).code).toBe('validation_failed');
    expect(endpoint.asked).toEqual([]);
  });
});

describe('what leaves the house', () => {
  test('is the question, without addresses and numbers, and passages; nothing about who asks', async () => {
    await ask(cora, 'The Hub 49151234567 of cora.bell@example.com stays amber. How do I start the Hub again?');
    const [sent] = endpoint.asked;
    expect(sent).toMatchObject({ authorization: 'Bearer key-of-the-desk', model: 'small', maxTokens: 500, question: 'The Hub [number] of [address] stays amber. How do I start the Hub again?' });
    expect(sent?.passages.map(({ article }) => article)).toContain('Start the Hub again');
    for (const secretWord of ['49151234567', 'cora', 'Cora', 'customer:', String(cora.customer.email)]) expect(sent?.text).not.toContain(secretWord);
  });

  test('is never what the asker may not see', async () => {
    const hidden = [
      { slug: 'hub-draft', publish: false },
      { slug: 'hub-expired', expiresAt: '2020-01-01T00:00:00.000Z' },
      { slug: 'hub-premium', segments: ['premium'] },
      { slug: 'hub-standard', segments: ['standard'] },
      { slug: 'hub-signed-in', signedInOnly: true },
      { slug: 'hub-withdrawn' },
    ];
    const made = await Promise.all(hidden.map(({ slug, ...rest }) => makeArticle(desk.app, { title: slug, slug, body: `The Hub stays amber: start the Hub again by the plug. It is told in ${slug} only.`, keywords: 'hub, amber, start', ...rest })));
    await articleDocuments(desk.app).unpublish({ documentId: made[5], locale: 'en' });
    await desk.settle();
    await asStranger();
    await ask(cora);
    const told = endpoint.asked.map(({ text }) => hidden.map(({ slug }) => slug).filter((slug) => text.includes(slug)));
    expect(told).toEqual([[], ['hub-standard', 'hub-signed-in']]);
    for (const documentId of made) await articleDocuments(desk.app).delete({ documentId, locale: '*' });
    await desk.settle();
  });

  test('is what is published now, although the index still has what was there before', async () => {
    const old = await makeArticle(desk.app, { title: 'Reset the Hub', slug: 'reset-the-hub', body: 'Start the Hub again when it stays amber. The word is Rosebud.', keywords: 'hub, amber, start' });
    await desk.settle();
    await asStranger();
    expect(endpoint.asked[0]?.text).toContain('Rosebud');
    await articleDocuments(desk.app).update({ documentId: old, locale: 'en', data: { body: 'Start the Hub again when it stays amber.' } });
    await articleDocuments(desk.app).publish({ documentId: old, locale: 'en' });
    await asStranger();
    expect(endpoint.asked[1]?.text).not.toContain('Rosebud');
    await articleDocuments(desk.app).delete({ documentId: old, locale: '*' });
    await desk.settle();
  });
});

describe('an answer, once written', () => {
  test('can be read again by whoever asked, and by nobody else', async () => {
    const [who, headers] = visitor();
    const { data } = await ask(who, question, headers);
    expect((await who.get<WrittenAnswer>(`/knowledge/answers/${data.id}`)).data).toEqual(data);
    const missing = await who.get('/knowledge/answers/never-was');
    expect(missing.status).toBe(404);
    for (const other of [desk.visitor(), cora, await desk.customer('Otto')]) expect((await other.get(`/knowledge/answers/${data.id}`)).text).toBe(missing.text);
    const hers = await ask(cora);
    expect((await cora.get(`/knowledge/answers/${hers.data.id}`)).status).toBe(200);
    expect((await who.get(`/knowledge/answers/${hers.data.id}`)).text).toBe(missing.text);
  });

  test('is gone with the article that it stands on, and after an hour', async () => {
    const [who, headers] = visitor();
    const [first, second] = [await ask(who, question, headers), await ask(who, question, headers)];
    await desk.app.db.query('plugin::portal.written-answer').updateMany({ where: { key: second.data.id }, data: { createdAt: new Date(Date.now() - 3_660_000) } });
    expect((await who.get(`/knowledge/answers/${second.data.id}`)).status).toBe(404);
    await articleDocuments(desk.app).unpublish({ documentId: plug, locale: 'en' });
    expect((await who.get(`/knowledge/answers/${first.data.id}`)).status).toBe(404);
    await articleDocuments(desk.app).publish({ documentId: plug, locale: 'en' });
    await desk.settle();
    expect((await who.get(`/knowledge/answers/${first.data.id}`)).status).toBe(200);
  });
});

describe('an endpoint that fails', () => {
  const moods: Mood[] = ['breaks off', 'stumbles', 'talks nonsense', 'answers at once', 'sends elsewhere', 429, 500, 401];
  test.each(moods)('(it %s) is told in our words, and shows neither its own nor the key', async (mood) => {
    endpoint.mood = mood;
    const { status, code, text } = await asStranger();
    expect([status, code]).toEqual([503, 'answer_unavailable']);
    const events = await streamed();
    expect(events.at(-1)).toEqual({ event: 'failed', data: { code: 'answer_unavailable' } });
    for (const said of [text, JSON.stringify(events)]) expect(said).not.toMatch(/key-of-the-desk|secret words|127\.0\.0\.1/);
  });

  test('by saying nothing is left after the time that is set, also in the middle of an answer', async () => {
    set('timeoutMs', 300);
    for (const mood of ['waits', 'waits in the middle'] as const) {
      endpoint.mood = mood;
      const before = endpoint.abandoned;
      expect((await asStranger()).code).toBe('answer_unavailable');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(endpoint.abandoned).toBe(before + 1);
    }
    set('timeoutMs', 20_000);
  });

  test('and a reader who leaves ends the call', async () => {
    endpoint.mood = 'waits in the middle';
    const before = endpoint.abandoned;
    const leaving = new AbortController();
    const [who, headers] = visitor();
    const answer = await fetch(`${who.base}/knowledge/answers`, { method: 'POST', body: JSON.stringify({ question }), headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers }, signal: leaving.signal });
    await answer.body?.getReader().read();
    leaving.abort();
    for (let tries = 0; tries < 100 && endpoint.abandoned === before; tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(endpoint.abandoned).toBe(before + 1);
  });
});

describe('the budget', () => {
  const spent = async (): Promise<string[]> => (await desk.app.db.query('plugin::portal.answer-budget').findMany()).map(({ name }: { name: string }) => name);

  test('of a visitor is that of his address, which is kept nowhere; another browser brings no more, another address does', async () => {
    for (let count = 0; count < 3; count += 1) expect((await ask(desk.visitor(), question, from('198.51.100.7'))).status).toBe(201);
    const refused = await ask(desk.visitor(), question, from('198.51.100.7'));
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(86_400);
    expect(endpoint.asked).toHaveLength(3);
    expect((await ask(desk.visitor(), question, from('198.51.100.8'))).status).toBe(201);
    expect((await spent()).join(' ')).not.toContain('198.51.100');
  });

  test('stays what it is when ten ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(desk.visitor(), question, from('198.51.100.9'))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(endpoint.asked).toHaveLength(3);
  });

  test('of a customer is his own, and the search goes on when it is used up', async () => {
    set('perCustomer', 2);
    const dora = await desk.customer('Dora');
    for (const status of [201, 201, 429]) expect((await ask(dora)).status).toBe(status);
    expect((await ask(await desk.customer('Emil'))).status).toBe(201);
    expect((await dora.get<{ hits: unknown[] }>('/knowledge/search?q=hub')).data.hits.length).toBeGreaterThan(0);
    expect((await ask(dora, 'Which wine goes with a quiche?')).status).toBe(201);
    set('perCustomer', 20);
  });

  test('of all ends for all', async () => {
    const row = await desk.app.db.query('plugin::portal.answer-budget').findOne({ where: { name: { $endsWith: ' all' } } }) as { spent: number };
    set('perDay', row.spent + 1);
    expect((await asStranger()).status).toBe(201);
    expect((await asStranger()).status).toBe(429);
    expect((await ask(cora, question, { accept: 'text/event-stream' })).status).toBe(429);
    set('perDay', 500);
  });
});

test('where written answers are off, or the whole knowledge base is, nobody would know that they exist', async () => {
  const missing = await desk.visitor().post('/knowledge/never-was');
  for (const [key, value] of [['answers.enabled', true], ['features.knowledgeBase', true]] as const) {
    desk.app.config.set(`plugin::portal.${key}`, !value);
    for (const who of [desk.visitor(), cora]) {
      expect((await ask(who)).text).toBe(missing.text);
      expect((await who.get('/knowledge/answers/x')).status).toBe(404);
    }
    desk.app.config.set(`plugin::portal.${key}`, value);
  }
  expect(endpoint.asked).toEqual([]);
});
