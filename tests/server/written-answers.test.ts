import type { AnswerEvent, WrittenAnswer } from '../../plugin/contracts/answers';
import { articleDocuments, makeArticle } from '../../database/seeds/builders/articles';
import { AnswerServer, type Mood } from '../support/answer-server';
import { ask, askAsStranger, bootAnsweringDesk, from } from '../support/answering-desk';
import { configure } from '../support/configured';
import type { Desk, SignedIn } from '../support/strapi';
import type { Answer, Visitor } from '../support/visitor';

jest.setTimeout(120_000);
const endpoint = new AnswerServer();
let desk: Desk;
let cora: SignedIn;
let plug: string;

const question = 'The Hub stays amber. How do I start the Hub again?';
const words = 'Pull the plug of the Hub, wait for ten seconds and plug it in again. The Hub blinks white, then stays green.';
const good = 'Pull the plug of the Hub, wait for ten seconds and plug it in again [2]. Then the Hub blinks white and stays green. [2]';

const set = (key: string, value: unknown): Promise<void> => configure(desk, `answers.${key}`, value);
let visitors = 0;
/** A visitor from an address of his own. */
const visitor = (): [Visitor, Record<string, string>] => [desk.visitor(), from(`192.0.2.${(visitors += 1)}`)];
const asStranger = (asked = question): Promise<Answer<WrittenAnswer>> => askAsStranger(desk, asked);
const asks = (who: Visitor, headers = {}): Promise<Answer<WrittenAnswer>> => ask(who, question, headers);
const eventsOf = (text: string): AnswerEvent[] =>
  text.split('\n\n').filter((block) => block !== '' && !block.startsWith(':')).map((block) => {
    const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
    return { event, data: JSON.parse(data ?? 'null') as unknown } as AnswerEvent;
  });
const streamed = async (): Promise<AnswerEvent[]> => eventsOf((await askAsStranger(desk, question, { accept: 'text/event-stream' })).text);

beforeAll(async () => {
  desk = await bootAnsweringDesk(endpoint, { PORTAL_ANSWERS_PER_VISITOR: '3' });
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

describe('an answer, once written', () => {
  test('can be read again by whoever asked, and by nobody else', async () => {
    const [who, headers] = visitor();
    const { data } = await asks(who, headers);
    expect((await who.get<WrittenAnswer>(`/knowledge/answers/${data.id}`)).data).toEqual(data);
    const missing = await who.get('/knowledge/answers/never-was');
    expect(missing.status).toBe(404);
    for (const other of [desk.visitor(), cora, await desk.customer('Otto')]) expect((await other.get(`/knowledge/answers/${data.id}`)).text).toBe(missing.text);
    const hers = await asks(cora);
    expect((await cora.get(`/knowledge/answers/${hers.data.id}`)).status).toBe(200);
    expect((await who.get(`/knowledge/answers/${hers.data.id}`)).text).toBe(missing.text);
  });

  test('is gone with the article that it stands on, and after an hour', async () => {
    const [who, headers] = visitor();
    const [first, second] = [await asks(who, headers), await asks(who, headers)];
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
    await set('timeoutMs', 300);
    for (const mood of ['waits', 'waits in the middle'] as const) {
      endpoint.mood = mood;
      const before = endpoint.abandoned;
      expect((await asStranger()).code).toBe('answer_unavailable');
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(endpoint.abandoned).toBe(before + 1);
    }
    await set('timeoutMs', 20_000);
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
    for (let count = 0; count < 3; count += 1) expect((await asks(desk.visitor(), from('198.51.100.7'))).status).toBe(201);
    const refused = await asks(desk.visitor(), from('198.51.100.7'));
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(refused.headers.get('ratelimit')).toMatch(/^"answers";r=0;t=\d+$/);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(86_400);
    expect(endpoint.asked).toHaveLength(3);
    expect((await asks(desk.visitor(), from('198.51.100.8'))).status).toBe(201);
    expect((await spent()).join(' ')).not.toContain('198.51.100');
  });

  test('stays what it is when ten ask at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => asks(desk.visitor(), from('198.51.100.9'))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(endpoint.asked).toHaveLength(3);
  });

  test('of a customer is his own, and the search goes on when it is used up', async () => {
    await set('perCustomer', 2);
    const dora = await desk.customer('Dora');
    for (const status of [201, 201, 429]) expect((await asks(dora)).status).toBe(status);
    expect((await asks(await desk.customer('Emil'))).status).toBe(201);
    expect((await dora.get<{ hits: unknown[] }>('/knowledge/search?q=hub')).data.hits.length).toBeGreaterThan(0);
    expect((await ask(dora, 'Which wine goes with a quiche?')).status).toBe(201);
    await set('perCustomer', 20);
  });

  test('of all ends for all', async () => {
    const row = await desk.app.db.query('plugin::portal.answer-budget').findOne({ where: { name: { $endsWith: ' all' } } }) as { spent: number };
    await set('perDay', row.spent + 1);
    expect((await asStranger()).status).toBe(201);
    expect((await asStranger()).status).toBe(429);
    expect((await asks(cora, { accept: 'text/event-stream' })).status).toBe(429);
    await set('perDay', 500);
  });
});

test('where written answers are off, or the whole knowledge base is, nobody would know that they exist', async () => {
  const page = async (): Promise<string> => (await (await fetch(`${desk.url}/support/search?q=hub`)).text()).toLowerCase();
  const missing = await desk.visitor().post('/knowledge/never-was');
  expect(await page()).toMatch(/written-?answer/);
  for (const key of ['answers.enabled', 'features.knowledgeBase']) {
    await configure(desk, key, false);
    for (const who of [desk.visitor(), cora]) {
      expect((await asks(who)).text).toBe(missing.text);
      expect((await who.get('/knowledge/answers/x')).status).toBe(404);
    }
    expect(await page()).not.toMatch(/written-?answer/);
    await configure(desk, key, true);
  }
  expect(endpoint.asked).toEqual([]);
});
