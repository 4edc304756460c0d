import type { Faq, KnowledgeHome, SitemapEntry, Suggestion, TicketArticles } from '../../plugin/contracts/knowledge';
import { addLanguages, articleDocuments, makeArticle, makeArticleCategory } from '../../database/seeds/builders/articles';
import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import { configure } from '../support/configured';
import { makeOtherArticles, titlesFound } from '../support/knowledge';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';
import type { Visitor } from '../support/visitor';

jest.setTimeout(120_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let reference: string;

const question = 'Our quokka, a small wallaby, likes shade and water. Where does a wallaby find shade, and where water?';
/** All share the word that is searched for; `seen` says by whom, of those: a stranger, Cora (segment standard). */
const articles = [
  { slug: 'open-to-all', seen: [true, true] },
  { slug: 'for-the-signed-in', signedInOnly: true, seen: [false, true] },
  { slug: 'for-standard', segments: ['standard'], seen: [false, true] },
  { slug: 'for-premium', segments: ['premium'], seen: [false, false] },
  { slug: 'for-nobody-by-mistake', segments: { standard: true }, seen: [false, false] },
  { slug: 'a-draft', publish: false, seen: [false, false] },
  { slug: 'a-scheduled-one', publish: false, reviewState: 'approved' as const, publishAt: '2099-01-01T00:00:00.000Z', seen: [false, false] },
  { slug: 'an-expired-one', expiresAt: '2020-01-01T00:00:00.000Z', seen: [false, false] },
  { slug: 'a-withdrawn-one', seen: [false, false] },
  { slug: 'a-deleted-one', seen: [false, false] },
];
const seenBy = (who: number): string[] => articles.filter(({ seen }) => seen[who]).map(({ slug }) => slug).sort();
const unseenBy = (who: number): string[] => articles.map(({ slug }) => slug).filter((slug) => !seenBy(who).includes(slug));
const people = (): [string, Visitor, number][] => [['a stranger', desk.visitor(), 0], ['Cora', cora, 1]];

beforeAll(async () => {
  desk = await bootDesk();
  await addLanguages(desk.app);
  await makeOtherArticles(desk.app);
  const category = await makeArticleCategory(desk.app, 'Quokkas', 'quokkas');
  await makeArticleCategory(desk.app, 'Empty', 'empty');
  const made: string[] = [];
  for (const { seen: _seen, ...article } of articles) {
    made.push(await makeArticle(desk.app, { title: article.slug, summary: 'About the quokka.', body: 'The quokka is a small wallaby that likes shade and water.', keywords: 'quokka, wallaby, shade, water', category, isFaq: true, featured: true, ...article }));
  }
  await articleDocuments(desk.app).unpublish({ documentId: made[8], locale: 'en' });
  await articleDocuments(desk.app).delete({ documentId: made[9], locale: '*' });
  await makeArticle(desk.app, { title: 'Related to all', slug: 'related-to-all', body: 'Nothing of the animal.', related: made.slice(0, 9) });
  [cora, ada] = [await desk.customer('Cora Bell'), await desk.agent('Ada')];
  await makeCategory(desk.app, { name: 'Something else' });
  reference = await sendRequest(desk.app, cora.customer, { category: 'something-else', subject: 'Quokka', body: question });
  await desk.settle();
  for (const document of made) await portal<{ count(document: string, what: string): void }>(desk.app, 'article-counts').count(document, 'views');
  await portal<{ flush(): Promise<void>; forget(): void }>(desk.app, 'article-counts').flush();
  portal<{ forget(): void }>(desk.app, 'article-counts').forget();
});
afterAll(() => desk?.stop());

const slugs = (list: { slug: string }[]): string[] => list.map(({ slug }) => slug).filter((slug) => slug !== 'related-to-all' && !slug.startsWith('other-')).sort();

describe.each([['a stranger', 0], ['Cora', 1]])('%s', (_name, index) => {
  const who = (): Visitor => people()[index]![1];

  test('opens what is his to see, and gets the same 404 for everything else', async () => {
    const missing = await who().get('/knowledge/articles/never-was');
    for (const slug of seenBy(index)) expect([slug, (await who().get(`/knowledge/articles/${slug}`)).status]).toEqual([slug, 200]);
    for (const slug of unseenBy(index)) {
      for (const path of [slug, `${slug}?language=en`, `${slug}?language=de`]) {
        const { status, text } = await who().get(`/knowledge/articles/${path}`);
        expect([path, status, text]).toEqual([path, 404, missing.text]);
      }
      expect((await who().put(`/knowledge/articles/${slug}/feedback`, { helpful: true })).status).toBe(404);
      expect((await who().post('/knowledge/openings', { article: slug, source: 'anything' })).status).toBe(404);
    }
  });

  test('sees no other on the home page, also by counts and by what is read most', async () => {
    const { data } = await who().get<KnowledgeHome>('/knowledge');
    expect(slugs(data.featured)).toEqual(seenBy(index));
    expect(slugs(data.popular)).toEqual(seenBy(index));
    expect(slugs(data.recent)).toEqual(seenBy(index));
    expect(data.categories).toEqual([expect.objectContaining({ slug: 'quokkas', articleCount: seenBy(index).length })]);
  });

  test('sees no other in its category, and no category that is empty for him', async () => {
    const { data } = await who().get<{ category: { articleCount: number }; articles: { slug: string }[] }>('/knowledge/categories/quokkas');
    expect(slugs(data.articles)).toEqual(seenBy(index));
    expect(data.category.articleCount).toBe(seenBy(index).length);
    expect((await who().get('/knowledge/categories/empty')).text).toBe((await who().get('/knowledge/categories/never-was')).text);
  });

  test('finds no other, in his language or another', async () => {
    for (const language of ['en', 'de', 'ar']) expect((await titlesFound(who(), 'quokka', language)).sort()).toEqual(seenBy(index));
    const { pagination } = await who().get('/knowledge/search?q=quokka&pageSize=1');
    expect(pagination?.total).toBe(seenBy(index).length);
  });

  test('is offered no other before he sends a request', async () => {
    const { data } = await who().post<Suggestion>('/knowledge/suggestions', { subject: 'Quokka', body: question });
    expect(data.hits.length).toBeGreaterThan(0);
    expect(data.hits.map(({ article }) => article.slug).filter((slug) => !seenBy(index).includes(slug))).toEqual([]);
  });

  test('reads no other among questions and related articles', async () => {
    const { data: faq } = await who().get<Faq>('/knowledge/faq');
    expect(slugs(faq.groups.flatMap(({ questions }) => questions))).toEqual(seenBy(index));
    const { data } = await who().get<{ related: { slug: string }[] }>('/knowledge/articles/related-to-all');
    expect(data.related.map(({ slug }) => slug).filter((slug) => !seenBy(index).includes(slug))).toEqual([]);
  });

  test('is told nothing by status=draft, a filter or any other word', async () => {
    for (const path of ['', '/articles/a-draft', '/articles/open-to-all', '/categories/quokkas', '/faq', '/sitemap', '/search']) {
      for (const query of ['status=draft', 'filters[title]=x', 'populate=*', 'publicationState=preview', 'language=', 'language=en&language=de', 'locale=en']) {
        expect([path, query, (await who().get(`/knowledge${path}?${query}`)).status]).toEqual([path, query, 400]);
      }
    }
  });
});

test('the sitemap has what everybody may read, whoever asks', async () => {
  for (const [, who] of people()) expect(slugs((await who.get<SitemapEntry[]>('/knowledge/sitemap')).data)).toEqual(seenBy(0));
});

test('beside Cora’s request stand only articles that she may see, for agents too', async () => {
  for (const [path, who] of [[`/tickets/${reference}/articles`, cora], [`/tickets/${reference}/articles`, ada]] as [string, Visitor][]) {
    const { data } = await who.get<TicketArticles>(path);
    expect(data.related.length).toBeGreaterThan(0);
    expect(data.related.map(({ slug }) => slug).filter((slug) => !seenBy(1).includes(slug))).toEqual([]);
  }
});

test('an agent can link what she may not see, and she does not see it', async () => {
  expect((await ada.put<TicketArticles>(`/tickets/${reference}/articles/for-premium`, {})).data.linked).toEqual([]);
  expect((await ada.put(`/tickets/${reference}/articles/a-draft`, {})).status).toBe(404);
  expect((await cora.get<TicketArticles>(`/tickets/${reference}/articles`)).data.linked).toEqual([]);
});

test('an article that expires is gone from that moment, before any job runs', async () => {
  await makeArticle(desk.app, { title: 'Brief', slug: 'brief', body: 'The quokka festival.', expiresAt: '2098-01-01T00:00:00.000Z' });
  await desk.settle();
  expect(await titlesFound(desk.visitor(), 'festival')).toEqual(['Brief']);
  await at(desk.app, new Date('2098-01-01T00:00:01Z'), () => portal<{ withdrawDue(): Promise<void> }>(desk.app, 'article-schedule').withdrawDue());
  expect((await desk.visitor().get('/knowledge/articles/brief')).status).toBe(404);
  await desk.settle();
  expect(await titlesFound(desk.visitor(), 'festival')).toEqual([]);
});

test('where the knowledge base is off, all of it is gone', async () => {
  await configure(desk, 'features.knowledgeBase', false);
  try {
    for (const path of ['', '/faq', '/sitemap', '/search?q=quokka', '/articles/open-to-all', '/categories/quokkas', '/suggestions/x']) {
      for (const [, who] of people()) expect([path, (await who.get(`/knowledge${path}`)).code]).toEqual([path, 'not_found']);
    }
    expect((await cora.get(`/tickets/${reference}/articles`)).status).toBe(404);
    expect((await cora.post('/knowledge/suggestions', {})).status).toBe(404);
  } finally {
    await configure(desk, 'features.knowledgeBase', true);
  }
});
