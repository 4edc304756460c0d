import { addLanguages, makeArticle } from '../../database/seeds/builders/articles';
import { at, portal } from '../../database/seeds/builders/services';
import { makeAuthor, type Author, type Saved } from '../support/authors';
import { readArticle, titlesFound, within2Seconds } from '../support/knowledge';
import { bootDesk, type Desk } from '../support/strapi';

jest.setTimeout(120_000);
let desk: Desk;
let writer: Author;
let editor: Author;
beforeAll(async () => {
  desk = await bootDesk();
  await addLanguages(desk.app);
  [writer, editor] = [await makeAuthor(desk, 'Wilma'), await makeAuthor(desk, 'Edith', ['knowledge.publish'])];
});
afterAll(() => desk?.stop());

const write = async (author: Author, article: object): Promise<string> => {
  const { status, text, data } = await author.content.post<Saved['data']>('', article);
  if (status !== 201) throw new Error(`${status} ${text}`);
  return data.documentId;
};
const save = (author: Author, document: string, change: object) => author.content.put<Saved['data']>(`/${document}`, change);
const publish = (author: Author, document: string, change: object = {}) => author.content.post<Saved['data']>(`/${document}/actions/publish`, change);
const stateOf = async (document: string, locale = 'en'): Promise<string | undefined> =>
  ((await desk.app.db.query('plugin::portal.article').findOne({ where: { documentId: document, locale, publishedAt: null } })) as { reviewState: string } | null)?.reviewState;

describe('Wilma, who may write but not approve', () => {
  test('sees articles in the content manager and writes one', async () => {
    const document = await write(writer, { title: 'Wilma’s first', slug: 'wilmas-first', body: 'Words.' });
    expect(await stateOf(document)).toBe('draft');
    expect((await writer.content.get<{ results: { title: string }[] }>('?page=1&pageSize=10')).text).toContain('Wilma’s first');
  });

  test('cannot publish it before it is approved', async () => {
    const document = await write(writer, { title: 'Too soon', slug: 'too-soon', body: 'Words.', reviewState: 'in_review' });
    const { status, text } = await publish(writer, document, { title: 'Too soon', slug: 'too-soon', body: 'Words.', reviewState: 'in_review' });
    expect([status, text]).toEqual([400, expect.stringContaining('not approved')]);
    expect(await readArticle(desk.visitor(), 'too-soon')).toBeUndefined();
  });

  test('cannot approve it herself, by saving nor by publishing', async () => {
    const document = await write(writer, { title: 'Own praise', slug: 'own-praise', body: 'Words.' });
    expect((await save(writer, document, { reviewState: 'approved' })).status).toBe(403);
    expect((await publish(writer, document, { reviewState: 'approved' })).status).toBe(403);
    expect((await writer.content.post('', { title: 'At once', slug: 'at-once', reviewState: 'approved' })).status).toBe(403);
    expect(await stateOf(document)).toBe('draft');
  });

  test('publishes what Edith approved', async () => {
    const document = await write(writer, { title: 'Approved one', slug: 'approved-one', body: 'Reviewed words.', reviewState: 'in_review' });
    expect((await save(editor, document, { reviewState: 'approved' })).status).toBe(200);
    expect((await publish(writer, document)).status).toBe(200);
    expect((await readArticle(desk.visitor(), 'approved-one'))?.html).toBe('<p>Reviewed words.</p>');
  });

  test('cannot change it and publish the change under the old approval', async () => {
    const document = await write(editor, { title: 'Switch', slug: 'switch', body: 'Reviewed.', reviewState: 'approved' });
    await publish(editor, document);
    expect((await publish(writer, document, { title: 'Switch', slug: 'switch', body: 'Never reviewed.', reviewState: 'approved' })).status).toBe(400);
    expect((await save(writer, document, { title: 'Switch', slug: 'switch', body: 'Never reviewed.', reviewState: 'approved' })).status).toBe(200);
    expect(await stateOf(document)).toBe('in_review');
    expect((await publish(writer, document)).status).toBe(400);
    expect((await readArticle(desk.visitor(), 'switch'))?.html).toBe('<p>Reviewed.</p>');
  });

  test('gets no approval by copying an approved article', async () => {
    const document = await write(editor, { title: 'To copy', slug: 'to-copy', body: 'Words.', reviewState: 'approved' });
    const { status, data } = await writer.content.post<Saved['data']>(`/clone/${document}`, { title: 'Copied', slug: 'copied', body: 'Words.' });
    expect(status).toBe(200);
    expect(await stateOf(data.documentId)).toBe('draft');
    expect((await publish(writer, data.documentId)).status).toBe(400);
  });

  test('gets none for a translation by the approval of the original, nor by publishing many at once', async () => {
    const document = await write(editor, { title: 'Original', slug: 'original', body: 'Words.', reviewState: 'approved' });
    await publish(editor, document);
    await writer.content.put(`/${document}?locale=de`, { title: 'Übersetzung', slug: 'uebersetzung', body: 'Wörter.' });
    expect((await writer.content.post(`/${document}/actions/publish?locale=de`, {})).status).toBe(400);
    await writer.content.post('/actions/bulkPublish', { documentIds: [document], locale: ['en', 'de'] });
    expect(await readArticle(desk.visitor(), 'uebersetzung', 'de')).toBeUndefined();
  });
});

test('Edith, who may, publishes without asking', async () => {
  const document = await write(editor, { title: 'Straight', slug: 'straight', body: 'Words.' });
  expect((await publish(editor, document)).status).toBe(200);
  expect((await readArticle(desk.visitor(), 'straight'))?.title).toBe('Straight');
});

describe('an article with a date', () => {
  const runAt = (moment: string): Promise<void> => at(desk.app, new Date(moment), () => portal<{ publishDue(): Promise<void> }>(desk.app, 'article-schedule').publishDue());

  test('comes out by itself when it is due and approved, and not before', async () => {
    const document = await write(writer, { title: 'Scheduled', slug: 'scheduled', body: 'The hippopotamus comes later.', publishAt: '2090-05-01T08:00:00.000Z', reviewState: 'in_review' });
    await runAt('2090-05-01T08:00:00Z');
    expect(await readArticle(desk.visitor(), 'scheduled')).toBeUndefined();
    await save(editor, document, { reviewState: 'approved' });
    await runAt('2090-05-01T07:59:59Z');
    expect(await readArticle(desk.visitor(), 'scheduled')).toBeUndefined();
    await runAt('2090-05-01T08:00:00Z');
    expect((await readArticle(desk.visitor(), 'scheduled'))?.title).toBe('Scheduled');
    // Its event is of that day, too. A delivery that is under way goes on in its own time, and would not tell of it.
    const isFound = async (): Promise<boolean> => {
      await at(desk.app, new Date('2090-05-01T08:00:01Z'), () => desk.settle());
      return (await titlesFound(desk.visitor(), 'hippopotamus')).includes('Scheduled');
    };
    expect(await within2Seconds(isFound)).toBe(true);
  });

  test('comes out once, however many nodes look at the same time, and stays withdrawn afterwards', async () => {
    const document = await makeArticle(desk.app, { title: 'Once', slug: 'once', body: 'x', publish: false, reviewState: 'approved', publishAt: '2091-01-01T00:00:00.000Z' });
    await Promise.all([1, 2, 3].map(() => runAt('2091-01-01T00:00:00Z')));
    const published = () => desk.app.db.query('plugin::portal.article').count({ where: { documentId: document, publishedAt: { $notNull: true } } });
    expect(await published()).toBe(1);
    await (desk.app.documents('plugin::portal.article') as unknown as { unpublish(wanted: object): Promise<unknown> }).unpublish({ documentId: document, locale: 'en' });
    await runAt('2091-02-01T00:00:00Z');
    expect(await published()).toBe(0);
  });
});

describe('for whom an article is', () => {
  const segments = async (document: string): Promise<unknown> => ((await desk.app.db.query('plugin::portal.article').findOne({ where: { documentId: document, publishedAt: null } })) as { segments: unknown }).segments;

  test('is chosen among the segments that there are, which every author can see', async () => {
    const max = await desk.agent('Max', ['settings.change']);
    await max.post('/settings/segments', { title: 'Premium' });
    expect((await writer.portal.get('/knowledge/segments')).data).toEqual([{ name: 'standard', title: '' }, { name: 'premium', title: 'Premium' }]);
    const document = await write(writer, { title: 'For some', slug: 'for-some', segments: ['premium', 'standard'] });
    expect(await segments(document)).toEqual(['premium', 'standard']);
  });

  test('is refused at its field where a segment is not there, or where it is no list', async () => {
    for (const wrong of [['premum'], { premium: true }, 'premium', [1]]) {
      const answer = await writer.content.post<null>('', { title: 'For none', slug: 'for-none', segments: wrong });
      expect([answer.status, answer.text]).toEqual([400, expect.stringMatching(/"path":\["segments"\]/)]);
    }
    expect((await writer.content.post('', { title: 'For all', slug: 'for-all-of-them', segments: null })).status).toBe(201);
  });

  test('stays as it is when a segment is removed, and the rest can be saved', async () => {
    const max = await desk.agent('Maxim', ['settings.change']);
    await max.post('/settings/segments', { title: 'Passing' });
    const document = await write(writer, { title: 'Once', slug: 'once', segments: ['passing'] });
    await max.delete('/settings/segments/passing');
    expect((await save(writer, document, { title: 'Twice', slug: 'once', segments: ['passing'] })).status).toBe(200);
    expect((await save(writer, document, { title: 'Twice', slug: 'once', segments: ['passing', 'gone too'] })).status).toBe(400);
    expect(await segments(document)).toEqual(['passing']);
  });
});
