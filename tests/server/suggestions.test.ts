import type { SearchAnswer, Suggestion, TicketArticles } from '../../plugin/contracts/knowledge';
import type { LearnedLabel } from '../../plugin/contracts/knowledge-desk';
import { addLanguages, articleDocuments, makeArticle } from '../../database/seeds/builders/articles';
import { changeTicket, makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import { makeOtherArticles, within2Seconds } from '../support/knowledge';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';
import type { Visitor } from '../support/visitor';

jest.setTimeout(120_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: LoggedIn;
const documents: Record<string, string> = {};
beforeAll(async () => {
  desk = await bootDesk();
  await addLanguages(desk.app);
  await makeOtherArticles(desk.app);
  documents.parcel = await makeArticle(desk.app, { title: 'Where is my parcel?', slug: 'parcel', body: 'Follow the parcel with its tracking number. A parcel that is late for five days counts as lost.' });
  documents.address = await makeArticle(desk.app, { title: 'Change the delivery address', slug: 'address', body: 'The address of a parcel can be changed until it is sent.' });
  documents.hub = await makeArticle(desk.app, { title: 'Lights of the hub', slug: 'hub', body: 'Blue light means that the hub looks for its wireless network.' });
  [cora, otto, ada] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt'), await desk.agent('Ada')];
  await makeCategory(desk.app, { name: 'Something else' });
  await desk.settle();
});
afterAll(() => desk?.stop());

const late = { subject: 'Parcel is late', body: 'The tracking number says nothing, and the parcel has not come.' };
const ask = async (who: Visitor, request: object = late): Promise<Suggestion> => (await who.post<Suggestion>('/knowledge/suggestions', request)).data;
const show = (who: Visitor, id: string) => who.get<Suggestion>(`/knowledge/suggestions/${id}`);
const conclude = (who: Visitor, id: string, outcome: object) => who.put<Suggestion>(`/knowledge/suggestions/${id}/outcome`, outcome);
const open = (who: Visitor, article: string, source: string) => who.post('/knowledge/openings', { article, source });
const sizes = async (): Promise<number> => (await portal<{ health(): Promise<{ examples: number }> }>(desk.app, 'search-engine').health()).examples;

describe('before a request is sent', () => {
  test('answers that fit are offered, with the passage that fits', async () => {
    const { id, hits, outcome, opened } = await ask(desk.visitor());
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(hits[0]).toMatchObject({ article: { slug: 'parcel' }, passage: expect.stringContaining('tracking number') as string });
    for (const [from, to] of hits[0]?.marks ?? []) expect(hits[0]?.passage.slice(from, to)).toMatch(/^(parcel|track|late|number)/i);
    expect([outcome, opened]).toEqual(['open', []]);
  });

  test('nothing is offered where nothing fits, or nothing was written', async () => {
    for (const request of [{}, { subject: '', body: '🙂' }, { subject: 'Weather', body: 'How tall is the highest mountain of Peru?' }]) expect((await ask(desk.visitor(), request)).hits).toEqual([]);
  });

  test('what is kept has no address and no number in it', async () => {
    const { id } = await ask(cora, { ...late, body: `${late.body} Order 123456, mail cora@example.com` });
    const row = (await desk.app.db.query('plugin::portal.suggestion').findOne({ where: { key: id } })) as { text: string; explanation: object };
    expect(row.text).toBe('The tracking number says nothing, and the parcel has not come. Order [number], mail [address]');
    expect(row.explanation).toMatchObject({ threshold: expect.any(Number) as number });
  });

  test('a suggestion belongs to the browser that asked, and to the customer in it', async () => {
    const browser = desk.visitor();
    const { id } = await ask(browser);
    expect((await show(browser, id)).data.id).toBe(id);
    const missing = await show(desk.visitor(), 'A'.repeat(22));
    for (const stranger of [desk.visitor(), otto]) {
      expect((await show(stranger, id)).text).toBe(missing.text);
      expect((await conclude(stranger, id, { outcome: 'solved', article: 'parcel' })).status).toBe(404);
      expect((await open(stranger, 'parcel', id)).status).toBe(404);
    }
    // Signing in afterwards takes nothing away.
    await browser.post('/auth/login', { email: cora.customer.email, password: 'Portal-demo-2026' });
    expect((await show(browser, id)).status).toBe(200);
    const hers = await ask(cora);
    expect((await show(await desk.signIn(cora.customer), hers.id)).status).toBe(200);
    expect((await show(otto, hers.id)).status).toBe(404);
  });

  test('what was opened is remembered, once', async () => {
    const { id } = await ask(cora);
    for (let times = 0; times < 2; times += 1) expect((await open(cora, 'parcel', id)).status).toBe(201);
    expect((await open(cora, 'hub', id)).status).toBe(404);
    expect((await show(cora, id)).data.opened).toEqual(['parcel']);
  });

  test('what is withdrawn is no longer offered', async () => {
    const document = await makeArticle(desk.app, { title: 'Parcel late, tracking silent', slug: 'passing', body: 'The tracking number says nothing when the parcel has not come.' });
    await desk.settle();
    const { id, hits } = await ask(cora);
    expect(hits.map(({ article }) => article.slug)).toContain('passing');
    await articleDocuments(desk.app).delete({ documentId: document, locale: '*' });
    expect((await show(cora, id)).data.hits.map(({ article }) => article.slug)).not.toContain('passing');
    await desk.settle();
  });
});

describe('what comes of it', () => {
  test('solved: the first word counts, and only for what was offered', async () => {
    const { id } = await ask(cora);
    expect((await conclude(cora, id, { outcome: 'solved', article: 'hub' })).status).toBe(404);
    expect((await conclude(cora, id, { outcome: 'solved', article: 'parcel' })).data.outcome).toBe('solved');
    const reference = await sendRequest(desk.app, cora.customer, { category: 'something-else', subject: 'x', body: 'y' });
    expect((await conclude(cora, id, { outcome: 'sent', reference })).data.outcome).toBe('solved');
  });

  test('sent: only with a ticket of one’s own', async () => {
    const { id } = await ask(cora);
    const [hers, his] = [await sendRequest(desk.app, cora.customer, { category: 'something-else', subject: 'x', body: 'y' }), await sendRequest(desk.app, otto.customer, { category: 'something-else', subject: 'x', body: 'y' })];
    expect((await conclude(cora, id, { outcome: 'sent', reference: his })).status).toBe(404);
    expect((await conclude(cora, id, { outcome: 'sent', reference: 'R-ZZZZZZ' })).status).toBe(404);
    expect((await conclude(cora, id, { outcome: 'sent', reference: hers })).data.outcome).toBe('sent');
    const anonymous = desk.visitor();
    expect((await conclude(anonymous, (await ask(anonymous)).id, { outcome: 'sent', reference: hers })).status).toBe(404);
  });

  test('chatted: it spared nobody anything, and is settled as if it had been sent', async () => {
    const { id } = await ask(otto);
    expect((await conclude(cora, id, { outcome: 'chatted' })).status).toBe(404);
    expect((await conclude(otto, id, { outcome: 'chatted' })).data.outcome).toBe('sent');
    expect((await conclude(otto, id, { outcome: 'solved', article: 'parcel' })).data.outcome).toBe('sent');
  });

  test('a page without cookies keeps its own by the key that it made, and nobody opens it by another', async () => {
    const key = (letter: string): Record<string, string> => ({ 'portal-reader': letter.repeat(43) });
    const { data } = await desk.visitor().post<Suggestion>('/knowledge/suggestions', late, key('a'));
    const opening = (headers: Record<string, string>) => desk.visitor().post('/knowledge/openings', { article: 'parcel', source: data.id }, headers);
    expect([(await opening(key('b'))).status, (await opening({})).status, (await opening(key('a'))).status]).toEqual([404, 404, 201]);
  });

  test.each([{}, { outcome: 'open' }, { outcome: 'solved' }, { outcome: 'sent' }, { outcome: 'solved', article: 'parcel', extra: 1 }])('not %j', async (outcome) => {
    expect((await conclude(cora, (await ask(cora)).id, outcome)).status).toBe(400);
  });
});

describe('the search learns', () => {
  const yodel = { subject: 'Yodel swallowed it', body: 'My Yodel order vanished without a trace somewhere in Yodel’s depot.' };
  const isOffered = async (): Promise<boolean> => (await ask(desk.visitor(), yodel)).hits[0]?.article.slug === 'parcel';
  const sendYodel = (customer = cora.customer): Promise<string> => sendRequest(desk.app, customer, { category: 'something-else', subject: 'Yodel has swallowed my order', body: 'Yodel says delivered, the order vanished from their depot.' });

  test('from a ticket that an agent answered with an article, as soon as it is solved, and forgets what is taken back', async () => {
    expect(await isOffered()).toBe(false);
    const reference = await sendYodel();
    await replyAsAgent(desk.app, ada.agent, reference, `Please look here: ${desk.url}/support/articles/parcel`);
    await desk.settle();
    expect((await cora.get<TicketArticles>(`/tickets/${reference}/articles`)).data.linked).toEqual([expect.objectContaining({ slug: 'parcel', solved: false })]);
    expect(await isOffered()).toBe(false);
    await changeTicket(desk.app, ada.agent, reference, { state: 'solved' });
    expect(await within2Seconds(isOffered)).toBe(true);
    expect((await cora.get<TicketArticles>(`/tickets/${reference}/articles`)).data.linked).toEqual([expect.objectContaining({ slug: 'parcel', solved: true })]);
    await ada.delete(`/tickets/${reference}/articles/parcel`);
    expect(await within2Seconds(async () => !(await isOffered()))).toBe(true);
  });

  test('beside a request that is open already, too: what was found for it once is found anew', async () => {
    const [asked, solved] = [await sendYodel(), await sendYodel(otto.customer)];
    const isBeside = async (): Promise<boolean> => (await cora.get<TicketArticles>(`/tickets/${asked}/articles`)).data.related.some(({ slug }) => slug === 'parcel');
    expect(await isBeside()).toBe(false);
    await ada.put(`/tickets/${solved}/articles/parcel`, {});
    await changeTicket(desk.app, ada.agent, solved, { state: 'solved' });
    expect(await within2Seconds(isBeside)).toBe(true);
    await ada.delete(`/tickets/${solved}/articles/parcel`);
    expect(await within2Seconds(async () => !(await isBeside()))).toBe(true);
  });

  test('again when the agent puts it in by hand, and not while the ticket is open again', async () => {
    const reference = await sendYodel();
    await ada.put(`/tickets/${reference}/articles/parcel`, {});
    await changeTicket(desk.app, ada.agent, reference, { state: 'closed' });
    expect(await within2Seconds(isOffered)).toBe(true);
    await cora.delete(`/tickets/${reference}/closure`);
    expect(await within2Seconds(async () => !(await isOffered()))).toBe(true);
  });

  test('from the ticket that goes on, once another with its article was merged into it', async () => {
    const [merged, kept] = [await sendYodel(), await sendYodel()];
    await ada.put(`/tickets/${merged}/articles/parcel`, {});
    const linked = async (reference: string): Promise<string[]> => (await ada.get<TicketArticles>(`/tickets/${reference}/articles`)).data.linked.map(({ slug }) => slug);
    expect((await ada.post(`/tickets/${merged}/merge`, { into: kept })).status).toBe(201);
    await desk.settle();
    expect([await linked(merged), await linked(kept)]).toEqual([[], ['parcel']]);
    expect(await isOffered()).toBe(false);
    await changeTicket(desk.app, ada.agent, kept, { state: 'solved' });
    expect(await within2Seconds(isOffered)).toBe(true);
    await ada.delete(`/tickets/${kept}/articles/parcel`);
    expect(await within2Seconds(async () => !(await isOffered()))).toBe(true);
  });

  test('never from an agent’s note, nor from a customer’s link', async () => {
    const reference = await sendYodel();
    await ada.post(`/tickets/${reference}/notes`, { body: `${desk.url}/support/articles/hub` });
    await cora.post(`/tickets/${reference}/comments`, { body: `${desk.url}/support/articles/address` });
    await desk.settle();
    expect((await ada.get<TicketArticles>(`/tickets/${reference}/articles`)).data.linked).toEqual([]);
  });

  test('shows no word of the ticket that it learned from', async () => {
    const secret = 'My Yodel order vanished, says the butler of Rosebud Manor.';
    const reference = await sendRequest(desk.app, otto.customer, { category: 'something-else', subject: 'Yodel vanished my order in the depot', body: secret });
    await ada.put(`/tickets/${reference}/articles/parcel`, {});
    await changeTicket(desk.app, ada.agent, reference, { state: 'solved' });
    expect(await within2Seconds(isOffered)).toBe(true);
    for (const { text } of [await cora.post('/knowledge/suggestions', yodel), await cora.get('/knowledge/search?q=rosebud%20manor%20butler'), await cora.get('/knowledge/search?q=yodel%20vanished')]) expect(text).not.toMatch(/rosebud|butler/i);
    await ada.delete(`/tickets/${reference}/articles/parcel`);
    await desk.settle();
  });

  test('at once from "this solved it"; an admin takes it back', async () => {
    const max = await desk.agent('Max', ['knowledge.read', 'knowledge.labels']);
    const before = await sizes();
    const { id } = await ask(cora, { subject: 'Parcel late', body: 'The parcel and its tracking number: zeppelin zeppelin zeppelin lost.' });
    await conclude(cora, id, { outcome: 'solved', article: 'parcel' });
    expect(await within2Seconds(async () => (await sizes()) === before + 1)).toBe(true);
    const { data } = await max.get<LearnedLabel[]>('/knowledge/labels');
    const label = data.find(({ question }) => question.includes('zeppelin'));
    expect(label).toMatchObject({ source: 'solved_by_suggestion', ticket: null, article: { slug: 'parcel' } });
    expect((await max.delete(`/knowledge/labels/${label?.id}`)).status).toBe(200);
    expect((await max.delete(`/knowledge/labels/${label?.id}`)).status).toBe(404);
    expect((await max.delete('/knowledge/labels/1e3')).status).toBe(404);
    expect(await within2Seconds(async () => (await sizes()) === before)).toBe(true);
  });

  test('a little from those who opened an answer and sent nothing for a day', async () => {
    const settleLeft = (): Promise<void> => portal<{ settleLeft(): Promise<void> }>(desk.app, 'suggestion-outcomes').settleLeft();
    const before = await sizes();
    const { id } = await at(desk.app, new Date(Date.now() - 3_600_000), () => ask(cora));
    await open(cora, 'parcel', id);
    await settleLeft();
    expect(await sizes()).toBe(before);
    await at(desk.app, new Date(Date.now() + 25 * 3_600_000), settleLeft);
    expect(await within2Seconds(async () => (await sizes()) > before)).toBe(true);
  });
});

describe('what was searched for', () => {
  test('is kept without who it was, and counts what was opened', async () => {
    const { data } = await cora.get<SearchAnswer>('/knowledge/search?q=parcel%20654321%20of%20cora%40example.com');
    expect((await open(cora, 'parcel', data.search ?? '')).status).toBe(201);
    const row = (await desk.app.db.query('plugin::portal.search-record').findOne({ where: { key: data.search } })) as Record<string, unknown>;
    expect(row).toMatchObject({ query: 'parcel [number] of [address]', language: 'en', openings: 1 });
    expect(JSON.stringify(row)).not.toMatch(/cora|654321|customer/i);
  });

  test('is not noted while it is typed, page by page, or without a word', async () => {
    for (const query of ['q=par&typing=true', 'q=parcel&page=2', 'q=', 'q=%3F']) expect([query, (await cora.get<SearchAnswer>(`/knowledge/search?${query}`)).data.search]).toEqual([query, null]);
  });
});
