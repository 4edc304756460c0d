import type { ArticlePreview } from '../../plugin/contracts/knowledge';
import type { NewPreview } from '../../plugin/contracts/knowledge-desk';
import { addLanguages, articleDocuments, makeArticle, makeArticleCategory } from '../../database/seeds/builders/articles';
import { at, portal } from '../../database/seeds/builders/services';
import { makeAuthor, type Author } from '../support/authors';
import { configure } from '../support/configured';
import { titlesFound } from '../support/knowledge';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';
import type { Answer } from '../support/visitor';

jest.setTimeout(120_000);
let desk: Desk;
let wilma: Author;
let cora: SignedIn;
let draft: string;
let missing: string;
beforeAll(async () => {
  desk = await bootDesk();
  await addLanguages(desk.app);
  const category = await makeArticleCategory(desk.app, 'Balloons', 'balloons');
  draft = await makeArticle(desk.app, { title: 'Fill a balloon', slug: 'fill-a-balloon', summary: 'With helium.', body: '## First\n\nHelium, not **hydrogen**.', category, publish: false });
  [wilma, cora] = [await makeAuthor(desk, 'Wilma', ['knowledge.preview']), await desk.customer('Cora Bell')];
  missing = (await desk.visitor().get('/knowledge/articles/never-was')).text;
});
afterAll(() => desk?.stop());

type Wanted = { document?: string; language?: string; status?: string; audience?: string | null };
const ask = (who: Author, wanted: Wanted = {}): Promise<Answer<NewPreview>> => who.portal.post<NewPreview>('/knowledge/previews', { document: draft, language: 'en', ...wanted });
const tokenOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
const preview = async (who: Author, wanted: Wanted = {}): Promise<string> => tokenOf((await ask(who, wanted)).data.url);
const open = (token: string, who = desk.visitor()): Promise<Answer<ArticlePreview>> => who.get<ArticlePreview>(`/knowledge/previews/${token}`);
const isMissing = ({ status, text }: Answer<unknown>): [number, string] => [status, text];

describe('Wilma, who writes and may preview', () => {
  test('gets an address of the portal for a quarter of an hour', async () => {
    const { status, data, headers } = await ask(wilma);
    expect([status, data.url]).toEqual([201, expect.stringMatching(new RegExp(`^${desk.url}/support/preview/[\\w-]+$`))]);
    expect(Math.round((new Date(data.until).getTime() - Date.now()) / 60_000)).toBe(15);
    expect(headers.get('cache-control')).toContain('no-store');
  });

  test('sees the draft there as a reader would, while nobody else knows of it', async () => {
    const { status, data, headers } = await open(await preview(wilma));
    expect([status, data.status, data.audience, data.isReadable]).toEqual([200, 'draft', null, true]);
    expect(data.article).toMatchObject({ title: 'Fill a balloon', language: 'en', isPublic: false, isFallback: false, category: { slug: 'balloons', name: 'Balloons' }, feedback: null });
    expect(data.article.html).toContain('<strong>hydrogen</strong>');
    expect(headers.get('cache-control')).toContain('no-store');
    expect(isMissing(await desk.visitor().get('/knowledge/articles/fill-a-balloon'))).toEqual([404, missing]);
  });

  test('sees what she saved since, under the same address', async () => {
    const token = await preview(wilma);
    await wilma.content.put(`/${draft}`, { title: 'Fill a balloon', slug: 'fill-a-balloon', body: 'Only helium.' });
    expect((await open(token)).data.article.html).toBe('<p>Only helium.</p>');
  });

  test('sees the translation, and what is published beside what is not', async () => {
    const document = await makeArticle(desk.app, { title: 'Published title', slug: 'published-title', body: 'Old.' });
    await makeArticle(desk.app, { document, title: 'New title', slug: 'published-title', body: 'New.', publish: false });
    await makeArticle(desk.app, { document, locale: 'ar', title: 'عنوان', slug: 'published-title-ar', body: 'نص.', publish: false });
    const titles = await Promise.all([{}, { status: 'published' }, { language: 'ar' }].map(async (more) => (await open(await preview(wilma, { document, ...more }))).data.article.title));
    expect(titles).toEqual(['New title', 'Published title', 'عنوان']);
  });

  test('is told who may not read it, by segment, account or date', async () => {
    const document = await makeArticle(desk.app, { title: 'Premium', slug: 'premium', body: 'x', segments: ['premium'], publish: false });
    const seen = await Promise.all([null, 'standard', 'premium'].map(async (audience) => (await open(await preview(wilma, { document, audience }))).data.isReadable));
    expect(seen).toEqual([false, false, true]);
  });

  test('is refused a version that is not there', async () => {
    for (const wanted of [{ document: 'never-was' }, { language: 'de' }, { status: 'published' }]) expect(isMissing(await ask(wilma, wanted))).toEqual([404, missing]);
    for (const wanted of [{ status: 'any' }, { language: 'not a language' }, { audience: '' }, { document: '' }]) expect((await ask(wilma, wanted)).code).toBe('validation_failed');
  });
});

describe('nobody gets an address', () => {
  test('without the right to preview, and without the right to read the article', async () => {
    expect((await ask(await makeAuthor(desk, 'Will'))).code).toBe('access_refused');
    const bob = await desk.agent('Bob', ['knowledge.preview', 'knowledge.publish']);
    expect(isMissing(await bob.post('/knowledge/previews', { document: draft, language: 'en' }))).toEqual([404, missing]);
  });

  test('in a language that the role leaves out', async () => {
    const document = await makeArticle(desk.app, { title: 'Two', slug: 'two', body: 'x', publish: false });
    await makeArticle(desk.app, { document, locale: 'de', title: 'Zwei', slug: 'zwei', body: 'x', publish: false });
    const ellen = await makeAuthor(desk, 'Ellen', ['knowledge.preview'], ['en']);
    expect([(await ask(ellen, { document })).status, (await ask(ellen, { document, language: 'de' })).status]).toEqual([201, 404]);
  });
});

describe('an address ends', () => {
  test('after its time', async () => {
    const service = portal<{ make(wanted: object, user: number, ability: object): Promise<NewPreview> }>(desk.app, 'article-previews');
    const everything = { can: () => true, cannot: () => false };
    const made = (minutesAgo: number) => at(desk.app, new Date(Date.now() - minutesAgo * 60_000), () => service.make({ document: draft, language: 'en', status: 'draft', audience: null }, wilma.agent.id, everything));
    expect((await open(tokenOf((await made(14)).url))).status).toBe(200);
    expect(isMissing(await open(tokenOf((await made(16)).url)))).toEqual([404, missing]);
  });

  test('with the right, the role or the account of its maker', async () => {
    const ends: [string, (author: Author) => Promise<unknown>][] = [
      ['Pia', ({ role }) => desk.app.db.query('admin::permission').deleteMany({ where: { role: { id: role }, action: 'plugin::portal.knowledge.preview' } })],
      ['Rita', ({ role }) => desk.app.db.query('admin::permission').deleteMany({ where: { role: { id: role }, action: 'plugin::content-manager.explorer.read' } })],
      ['Olga', ({ agent }) => desk.app.db.query('admin::user').update({ where: { id: agent.id }, data: { roles: [] } })],
      ['Ina', ({ agent }) => desk.app.db.query('admin::user').update({ where: { id: agent.id }, data: { isActive: false } })],
      ['Lea', ({ agent }) => desk.app.db.query('admin::user').delete({ where: { id: agent.id } })],
    ];
    for (const [name, end] of ends) {
      const author = await makeAuthor(desk, name, ['knowledge.preview']);
      const token = await preview(author);
      expect([name, (await open(token)).status]).toEqual([name, 200]);
      await end(author);
      expect([name, ...isMissing(await open(token))]).toEqual([name, 404, missing]);
    }
  });

  test('with the article', async () => {
    const document = await makeArticle(desk.app, { title: 'Gone soon', slug: 'gone-soon', body: 'x', publish: false });
    const token = await preview(wilma, { document });
    await articleDocuments(desk.app).delete({ documentId: document, locale: '*' });
    expect(isMissing(await open(token))).toEqual([404, missing]);
  });

  test('with one letter changed, and when it names another article', async () => {
    const token = await preview(wilma);
    const bytes = Buffer.from(token, 'base64url');
    const other = Buffer.from(bytes.toString('latin1').replace(draft, 'x'.repeat(draft.length)), 'latin1').toString('base64url');
    for (const forged of [other, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, token.slice(50), 'x', '%00', 'draft']) expect(isMissing(await open(forged))).toEqual([404, missing]);
  });
});

describe('a preview leaves no trace', () => {
  test('in counts, search, lists and the sitemap, whoever opens it', async () => {
    const token = await preview(wilma);
    for (const who of [desk.visitor(), cora]) expect((await open(token, who)).status).toBe(200);
    await portal<{ flush(): Promise<void> }>(desk.app, 'article-counts').flush();
    await desk.settle();
    for (const table of ['article-day', 'article-feedback', 'search-record', 'suggestion']) expect([table, await desk.app.db.query(`plugin::portal.${table}`).count({})]).toEqual([table, 0]);
    expect(await titlesFound(desk.visitor(), 'helium balloon')).toEqual([]);
    for (const path of ['', '/sitemap', '/faq']) expect((await cora.get(`/knowledge${path}`)).text).not.toContain('fill-a-balloon');
    expect((await cora.put('/knowledge/articles/fill-a-balloon/feedback', { helpful: true })).status).toBe(404);
  });

  test('where the knowledge base is off, there is none', async () => {
    const token = await preview(wilma);
    await configure(desk, 'features.knowledgeBase', false);
    try {
      expect(isMissing(await open(token))).toEqual([404, missing]);
    } finally {
      await configure(desk, 'features.knowledgeBase', true);
    }
  });
});
