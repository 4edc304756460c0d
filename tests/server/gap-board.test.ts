import type { GapDraft, Gaps, KnowledgeFigures } from '../../plugin/contracts/knowledge-desk';
import { addLanguages, makeArticle } from '../../database/seeds/builders/articles';
import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import { makeAuthor, type Author } from '../support/authors';
import { makeOtherArticles } from '../support/knowledge';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(120_000);
let desk: Desk;
let cora: SignedIn;
let author: Author;
beforeAll(async () => {
  desk = await bootDesk();
  await addLanguages(desk.app);
  await makeOtherArticles(desk.app);
  await makeArticle(desk.app, { title: 'Where is my parcel?', slug: 'parcel', body: 'Follow the parcel with its tracking number. A late parcel counts as lost.' });
  [cora, author] = [await desk.customer('Cora Bell'), await makeAuthor(desk, 'Greta', ['knowledge.read'])];
  await makeCategory(desk.app, { name: 'Delivery' });
  await desk.settle();
});
afterAll(() => desk?.stop());

/** Since when, and when last: within this test. */
const moment = expect.stringMatching(/^20\d\d-.*Z$/) as unknown as string;
const span = { firstAt: moment, lastAt: moment };

const gaps = async (days = 30): Promise<Gaps> => (await author.portal.get<Gaps>(`/knowledge/gaps?days=${days}`)).data;
const search = (words: string, language = 'en') => cora.get<{ search: string }>(`/knowledge/search?q=${encodeURIComponent(words)}&language=${language}`);
const written = (): Promise<void> => portal<{ settle(): Promise<void> }>(desk.app, 'search-records').settle();

test('what was searched for in vain comes first, counted together however it is written', async () => {
  for (const words of ['Lightning sensor', 'lightning  SENSOR?', 'lightning sensor']) await search(words);
  for (let times = 0; times < 4; times += 1) await search('parcel');
  const opened = await search('late parcel');
  await cora.post('/knowledge/openings', { article: 'parcel', source: opened.data.search });
  await written();
  const { searches } = await gaps();
  expect(searches.map(({ query, searches: all, withoutResult, withoutOpening }) => [query.toLowerCase().replace(/\W+/g, ' ').trim(), all, withoutResult, withoutOpening])).toEqual([['lightning sensor', 3, 3, 0], ['parcel', 4, 0, 4]]);
});

test('only of the days that are asked for', async () => {
  await at(desk.app, new Date(Date.now() - 40 * 86_400_000), async () => {
    await desk.app.db.query('plugin::portal.search-record').create({ data: { key: 'old', query: 'ancient', normal: 'ancient', language: 'en', results: 0, openings: 0, createdAt: new Date(Date.now() - 40 * 86_400_000) } });
  });
  expect((await gaps(30)).searches.map(({ query }) => query)).not.toContain('ancient');
  expect((await gaps(90)).searches.map(({ query }) => query)).toContain('ancient');
  expect((await author.portal.get('/knowledge/gaps?days=31')).status).toBe(400);
});

test('one click makes a draft of a gap, and the board says who took it', async () => {
  const { gap } = (await gaps()).searches[0] ?? { gap: '' };
  const { status, data } = await author.portal.post<GapDraft>('/knowledge/gaps/drafts', { gap });
  expect([status, data.language]).toEqual([201, 'en']);
  const draft = (await desk.app.db.query('plugin::portal.article').findOne({ where: { documentId: data.document } })) as { title: string; slug: string; publishedAt: string | null; reviewState: string };
  expect(draft).toMatchObject({ title: 'Lightning sensor', slug: 'lightning-sensor', publishedAt: null, reviewState: 'draft' });
  expect((await author.portal.post<GapDraft>('/knowledge/gaps/drafts', { gap }))).toMatchObject({ status: 200, data });
  expect((await gaps()).searches[0]?.taken).toMatchObject({ document: data.document, by: 'Greta Author' });
});

test('a draft needs the right to write articles, and a gap that there is', async () => {
  const reader = await desk.agent('Rita', ['knowledge.read']);
  expect((await reader.post('/knowledge/gaps/drafts', { gap: 'search:en:parcel' })).status).toBe(403);
  const nobody = await makeAuthor(desk, 'Nora');
  expect((await nobody.portal.post('/knowledge/gaps/drafts', { gap: 'search:en:parcel' })).status).toBe(403);
  for (const gap of ['search:en:never asked', 'nonsense', 'search:en:']) expect((await author.portal.post('/knowledge/gaps/drafts', { gap })).status).toBe(404);
  expect((await author.portal.post('/knowledge/gaps/drafts', { gap: '' })).status).toBe(400);
});

test('a question in another alphabet becomes a draft with an address all the same', async () => {
  await search('حساس البرق', 'ar');
  await written();
  const { data } = await author.portal.post<GapDraft>('/knowledge/gaps/drafts', { gap: (await gaps()).searches.find(({ language }) => language === 'ar')?.gap });
  expect(data.language).toBe('ar');
  expect(await desk.app.db.query('plugin::portal.article').findOne({ where: { documentId: data.document } })).toMatchObject({ slug: 'article', title: 'حساس البرق' });
});

test('articles that did not help are told with their reasons and the tickets that followed', async () => {
  await cora.put('/knowledge/articles/parcel/feedback', { helpful: false, reason: 'incomplete', comment: 'And abroad?' });
  await desk.visitor().put('/knowledge/articles/parcel/feedback', { helpful: false });
  await desk.visitor().put('/knowledge/articles/parcel/feedback', { helpful: true });
  const reference = await sendRequest(desk.app, cora.customer, { category: 'delivery', subject: 'Abroad', body: 'How long?' });
  expect((await gaps()).unhelpful).toEqual([{ article: expect.objectContaining({ slug: 'parcel' }) as object, no: 2, yes: 1, reasons: { incomplete: 1, none: 1 }, comments: ['And abroad?'], tickets: [reference], ...span }]);
});

test('articles are stale when their review is due, or after a year without a change', async () => {
  await makeArticle(desk.app, { title: 'Due', slug: 'due', reviewBy: '2020-01-01' });
  await makeArticle(desk.app, { title: 'Fresh', slug: 'fresh', reviewBy: '2090-01-01' });
  expect((await gaps()).stale.map(({ article, why }) => [article.slug, why])).toEqual([['due', 'review_due']]);
  const nextYear = (await at(desk.app, new Date(Date.now() + 400 * 86_400_000), () => portal<{ stale(): Promise<Gaps['stale']> }>(desk.app, 'article-gaps').stale())).map(({ why }) => why);
  expect(nextYear.filter((why) => why === 'old').length).toBeGreaterThan(5);
});

test('tickets that were sent although answers were looked for are grouped by category', async () => {
  const ask = async (request: object): Promise<string> => (await cora.post<{ id: string }>('/knowledge/suggestions', { category: 'delivery', ...request })).data.id;
  const late = { subject: 'Parcel is late', body: 'The tracking number of the parcel says nothing, the parcel is lost.' };
  const [silent, ignored, opened] = [await ask({ subject: 'Peru', body: 'How tall is the highest mountain?' }), await ask(late), await ask(late)];
  await cora.post('/knowledge/openings', { article: 'parcel', source: opened });
  for (const id of [silent, ignored, opened]) {
    const reference = await sendRequest(desk.app, cora.customer, { category: 'delivery', subject: 'x', body: 'y' });
    expect((await cora.put(`/knowledge/suggestions/${id}/outcome`, { outcome: 'sent', reference })).status).toBe(200);
  }
  expect((await gaps()).suggestions).toEqual([{ gap: 'category:delivery', category: { slug: 'delivery', name: 'Delivery' }, silent: 1, ignored: 1, subjects: ['Parcel is late', 'Peru'], ...span, taken: null }]);
  expect((await author.portal.post<GapDraft>('/knowledge/gaps/drafts', { gap: 'category:delivery' })).status).toBe(201);
});

test('the figures tell what was shown, opened, solved and sent anyway', async () => {
  const { data } = await cora.post<{ id: string }>('/knowledge/suggestions', { subject: 'Parcel is late', body: 'The tracking number of the parcel says nothing, the parcel is lost.' });
  await cora.put(`/knowledge/suggestions/${data.id}/outcome`, { outcome: 'solved', article: 'parcel' });
  await portal<{ flush(): Promise<void> }>(desk.app, 'article-counts').flush();
  const { data: figures } = await author.portal.get<KnowledgeFigures>('/knowledge/figures');
  expect(figures.suggestions).toEqual({ all: 4, silent: 1, opened: 2, solved: 1, sent: 3, left: 0 });
  expect(figures.queries.find(({ query }) => query === 'late parcel')).toMatchObject({ searches: 1, withoutResult: 0, opened: 1 });
  expect(figures.articles[0]).toMatchObject({ article: { slug: 'parcel' }, solved: 1, sentAnyway: 1, opened: 2, yes: 1, no: 2 });
  expect(figures.articles[0]?.shown).toBeGreaterThan(5);
});
