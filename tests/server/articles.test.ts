import type { KnowledgeHome } from '../../plugin/contracts/knowledge';
import type { LanguageWords, TrialAnswer } from '../../plugin/contracts/search-words';
import type { AuditLine } from '../../plugin/contracts/settings';
import { addLanguages, articleDocuments, makeArticle, makeArticleCategory } from '../../database/seeds/builders/articles';
import { portal } from '../../database/seeds/builders/services';
import { makeOtherArticles, readArticle, titlesFound, within2Seconds } from '../support/knowledge';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';
import type { Visitor } from '../support/visitor';

jest.setTimeout(120_000);
let desk: Desk;
let cora: SignedIn;
let category: string;
beforeAll(async () => {
  desk = await bootDesk();
  await addLanguages(desk.app);
  await makeOtherArticles(desk.app);
  category = await makeArticleCategory(desk.app, 'Setting up', 'setting-up');
  cora = await desk.customer('Cora Bell');
});
afterAll(() => desk?.stop());

describe('an author publishes', () => {
  test('and everybody reads and finds it within two seconds', async () => {
    await makeArticle(desk.app, { title: 'Pair a sensor', slug: 'pair', body: 'Hold the zwieback button.', category });
    expect(await readArticle(desk.visitor(), 'pair')).toMatchObject({ title: 'Pair a sensor', html: '<p>Hold the zwieback button.</p>', category: { slug: 'setting-up', name: 'Setting up' }, isFallback: false, isPublic: true, feedback: null });
    expect(await within2Seconds(async () => (await titlesFound(desk.visitor(), 'zwieback')).includes('Pair a sensor'))).toBe(true);
  });

  test('a change, and the old words are found no more', async () => {
    const document = await makeArticle(desk.app, { title: 'Changing', slug: 'changing', body: 'Before: marzipan.' });
    expect(await within2Seconds(async () => (await titlesFound(desk.visitor(), 'marzipan')).length === 1)).toBe(true);
    const before = await readArticle(desk.visitor(), 'changing');
    await makeArticle(desk.app, { document, title: 'Changing', slug: 'changing', body: 'After: nougat.' });
    const after = await readArticle(desk.visitor(), 'changing');
    expect(after?.html).toBe('<p>After: nougat.</p>');
    expect(after?.version).not.toBe(before?.version);
    expect(after?.publishedAt).toBe(before?.publishedAt);
    expect(await within2Seconds(async () => (await titlesFound(desk.visitor(), 'marzipan')).length === 0)).toBe(true);
  });

  test('withdraws, and it is gone everywhere', async () => {
    const document = await makeArticle(desk.app, { title: 'Short life', slug: 'short-life', body: 'Only liquorice.' });
    expect(await within2Seconds(async () => (await titlesFound(desk.visitor(), 'liquorice')).length === 1)).toBe(true);
    await articleDocuments(desk.app).unpublish({ documentId: document, locale: 'en' });
    expect(await readArticle(desk.visitor(), 'short-life')).toBeUndefined();
    expect(await within2Seconds(async () => (await titlesFound(desk.visitor(), 'liquorice')).length === 0)).toBe(true);
  });

  test('nothing by only saving: readers see what was published', async () => {
    const document = await makeArticle(desk.app, { title: 'Public title', slug: 'public-title', body: 'Public words.' });
    await makeArticle(desk.app, { document, title: 'Secret title', slug: 'public-title', body: 'Secret gingerbread.', publish: false });
    await desk.settle();
    expect(await readArticle(desk.visitor(), 'public-title')).toMatchObject({ title: 'Public title', html: '<p>Public words.</p>' });
    expect(await titlesFound(desk.visitor(), 'gingerbread')).toEqual([]);
  });

  test('a new name of a category, and lists show it at once', async () => {
    const categories = desk.app.documents('plugin::portal.knowledge-category') as unknown as { update(wanted: object): Promise<unknown> };
    await categories.update({ documentId: category, locale: 'en', data: { name: 'First steps' } });
    expect((await desk.visitor().get<KnowledgeHome>('/knowledge')).data.categories.map(({ name }) => name)).toContain('First steps');
    await categories.update({ documentId: category, locale: 'en', data: { name: 'Setting up' } });
  });
});

describe('in another language', () => {
  beforeAll(async () => {
    const document = await makeArticle(desk.app, { title: 'Lights', slug: 'lights', body: 'Green is good.', category });
    await makeArticle(desk.app, { document, locale: 'de', title: 'Lichter', slug: 'lichter', body: 'Grün ist gut.' });
    await makeArticle(desk.app, { title: 'Only English pumpernickel', slug: 'only-english', body: 'Pumpernickel.' });
    await desk.settle();
  });

  test('a reader gets the translation, by either address', async () => {
    for (const slug of ['lights', 'lichter']) expect(await readArticle(desk.visitor(), slug, 'de')).toMatchObject({ title: 'Lichter', slug: 'lichter', language: 'de', isFallback: false, category: { name: 'Setting up' } });
    expect(await readArticle(desk.visitor(), 'lichter', 'en')).toMatchObject({ title: 'Lights', language: 'en' });
    expect(await readArticle(desk.visitor(), 'lichter')).toMatchObject({ title: 'Lichter', alternates: expect.arrayContaining([{ language: 'en', slug: 'lights' }, { language: 'de', slug: 'lichter' }]) as object });
  });

  test('he gets the original where there is none, marked as such', async () => {
    expect(await readArticle(desk.visitor(), 'only-english', 'ar')).toMatchObject({ language: 'en', isFallback: true });
    expect(await readArticle(desk.visitor(), 'only-english', 'fr')).toMatchObject({ language: 'en' });
  });

  test('he finds translations by their words, and originals where there are none', async () => {
    expect(await titlesFound(desk.visitor(), 'grün', 'de')).toEqual(['Lichter']);
    expect(await titlesFound(desk.visitor(), 'pumpernickel', 'de')).toEqual(['Only English pumpernickel']);
    expect(await titlesFound(desk.visitor(), 'green good', 'de')).toEqual([]);
  });
});

describe('a reader says whether it helped', () => {
  const say = (who: { put: SignedIn['put'] }, feedback: object) => who.put('/knowledge/articles/pair/feedback', feedback);
  const rows = () => desk.app.db.query('plugin::portal.article-feedback').findMany({ orderBy: { id: 'asc' } }) as Promise<{ reader: string; helpful: boolean; reason: string | null; comment: string | null }[]>;

  test('once a browser, and may change his mind', async () => {
    const reader = desk.visitor();
    expect((await say(reader, { helpful: false, reason: 'unclear', comment: 'Which button?' })).status).toBe(200);
    expect((await readArticle(reader, 'pair'))?.feedback).toEqual({ helpful: false });
    await say(reader, { helpful: true });
    expect(await rows()).toEqual([expect.objectContaining({ helpful: true, reason: null })]);
    expect((await readArticle(desk.visitor(), 'pair'))?.feedback).toBeNull();
  });

  test('once a customer, in whichever browser', async () => {
    await say(cora, { helpful: true });
    const elsewhere = await desk.signIn(cora.customer);
    expect((await readArticle(elsewhere, 'pair'))?.feedback).toEqual({ helpful: true });
    await say(elsewhere, { helpful: false, reason: 'outdated' });
    const all = await rows();
    expect(all.filter(({ reader }) => reader.startsWith('customer:'))).toEqual([expect.objectContaining({ helpful: false, reason: 'outdated' })]);
    expect(all.every(({ reader }) => /^(customer:\d+|[0-9a-f]{64})$/.test(reader))).toBe(true);
  });

  test('not with words that the form does not have', async () => {
    expect((await say(cora, { helpful: 'yes' })).status).toBe(400);
    expect((await say(cora, { helpful: false, reason: 'boring' })).status).toBe(400);
    expect((await say(cora, { helpful: true, comment: 'x'.repeat(1001) })).status).toBe(400);
    expect((await say(cora, {})).status).toBe(400);
  });
});

describe('what reading costs', () => {
  test('no statement for a stranger who reads what others have read, and none for the home page', async () => {
    await readArticle(desk.visitor(), 'pair');
    await desk.visitor().get('/knowledge');
    // The shelf looks for changes of other processes once a second.
    const isLook = (sql: string): boolean => sql.includes('portal_article_versions');
    expect((await statementsOf(desk, () => readArticle(desk.visitor(), 'pair'))).filter((sql) => !isLook(sql))).toEqual([]);
    expect((await statementsOf(desk, () => desk.visitor().get('/knowledge'))).filter((sql) => !isLook(sql))).toEqual([]);
  });

  test('no bytes for a stranger who has the article already, until it changes', async () => {
    const first = await desk.visitor().get('/knowledge/articles/pair');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    const again = () => desk.visitor().get('/knowledge/articles/pair', { 'if-none-match': etag });
    expect(await again()).toMatchObject({ status: 304, text: '' });
    expect((await desk.visitor().get('/knowledge/articles/pair?language=de', { 'if-none-match': etag })).status).toBe(200);
    expect((await cora.get('/knowledge/articles/pair', { 'if-none-match': etag })).status).toBe(200);
    await makeArticle(desk.app, { title: 'Beside it', slug: 'beside-it', category });
    expect((await again()).status).toBe(200);
  });

  test('and reading leaves no cookie', async () => {
    for (const path of ['', '/articles/pair', '/search?q=pair', '/faq']) expect((await desk.visitor().get(`/knowledge${path}`)).cookies).toEqual([]);
  });
});

describe('any words at all can be searched for', () => {
  test.each(['', ' ', 'a', 'x'.repeat(10_000), '🙂🙂', '"unclosed', "' OR 1=1 --", 'a AND NOT (b*) NEAR/2', '%_%', '\\', 'شحن البطارية hub', '<script>alert(1)</script>', '{"$ne":null}', '\u202Eabc'])('"%s"', async (words) => {
    const { status, text } = await desk.visitor().get(`/knowledge/search?q=${encodeURIComponent(words)}`);
    expect([status, text.includes('<script')]).toEqual([200, false]);
  });

  test('but not more than 10,000 letters', async () => {
    expect((await desk.visitor().get(`/knowledge/search?q=${'x'.repeat(10_001)}`)).status).toBe(400);
  });
});

test('search words of authors count as soon as they are kept', async () => {
  await makeArticle(desk.app, { title: 'Refunds', slug: 'refunds', body: 'A refund takes three days.' });
  await desk.settle();
  expect(await titlesFound(desk.visitor(), 'reimbursement')).toEqual([]);
  await (desk.app.documents('plugin::portal.word-list') as unknown as { create(wanted: object): Promise<unknown> }).create({ data: { language: 'en', synonyms: 'refund, reimbursement, money back' } });
  await desk.settle();
  expect(await within2Seconds(async () => (await titlesFound(desk.visitor(), 'reimbursement')).includes('Refunds'))).toBe(true);
});

describe('synonyms that an admin sets', () => {
  const saved = async (who: Visitor): Promise<LanguageWords> => (await who.get<LanguageWords[]>('/knowledge/search-words')).data.find(({ language }) => language === 'en')!;
  const change = async (who: Visitor, words: object) => who.put<LanguageWords>('/knowledge/search-words/en', { ...(await saved(who)), language: undefined, ...words });

  test('are tried before they are kept, and then count for readers at once', async () => {
    const wanda = await desk.agent('Wanda', ['search-words.manage', 'audit.read']);
    const groups = [['refund', 'reimbursement', 'money back'], ['refund', 'restitution']];
    const trial = await wanda.post<TrialAnswer>('/knowledge/search-words/en/trials', { text: 'restitution', groups, stopWords: [] });
    expect(trial.data).toEqual({ now: [], then: ['Refunds'] });
    expect(await titlesFound(desk.visitor(), 'restitution')).toEqual([]);
    expect((await change(wanda, { groups, stopWords: ['northwind'] })).data).toMatchObject({ groups, stopWords: ['northwind'] });
    expect(await titlesFound(desk.visitor(), 'restitution')).toEqual(['Refunds']);
    const [{ who, what, before, after }] = (await wanda.get<[AuditLine]>('/settings/audit-entries')).data;
    expect({ who, what, before, after }).toEqual({ who: 'Wanda', what: 'search words en', before: {}, after: { synonyms: ['refund, restitution'], stopWords: ['northwind'] } });
  });

  test('are not written over by somebody who had read older ones', async () => {
    const [wanda, otto] = [await desk.agent('Wilma', ['search-words.manage']), await desk.agent('Otmar', ['search-words.manage'])];
    const old = await saved(otto);
    expect((await change(wanda, { groups: [['mast', 'pole']] })).status).toBe(200);
    expect(await change(otto, { version: old.version, groups: [] })).toMatchObject({ status: 409, code: 'changed_meanwhile' });
    expect((await saved(otto)).groups).toEqual([['mast', 'pole']]);
  });

  test('are refused where a word stands alone, holds a comma, or belongs to a language nobody writes in', async () => {
    const wanda = await desk.agent('Wera', ['search-words.manage']);
    const faults = async (words: object) => (await change(wanda, words)).error?.details.errors.map(({ path, rule }) => `${path} ${rule}`);
    expect(await faults({ groups: [['mast', 'pole'], ['alone']] })).toEqual(['groups.1 too_short']);
    expect(await faults({ groups: [['mast', 'po,le']] })).toEqual(['groups.0.1 malformed']);
    expect(await faults({ stopWords: ['two words'] })).toEqual(['stopWords.0 malformed']);
    expect((await wanda.put('/knowledge/search-words/tlh', { version: '', groups: [], stopWords: [] })).status).toBe(404);
  });
});

test('the index is built anew, at its start too, and finds the same', async () => {
  const before = await titlesFound(desk.visitor(), 'sensor');
  await desk.app.db.query('plugin::portal.search-document').deleteMany({ where: {} });
  await portal<{ ensure(): Promise<void> }>(desk.app, 'article-index').ensure();
  expect(await titlesFound(desk.visitor(), 'sensor')).toEqual(before);
});
