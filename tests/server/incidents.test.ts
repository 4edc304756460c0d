import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import type { DeskIncident, Incident, TicketIncident } from '../../plugin/contracts/incidents';
import { mailsTo } from '../support/mailbox';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: LoggedIn;
let lamps: string;
let other: string;

beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  ada = await desk.agent('Ada', ['tickets.merge', 'tickets.read', 'tickets.update', 'incidents.manage']);
  lamps = await makeCategory(desk.app, { name: 'Lamps' });
  other = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const declare = async (title: string, more: object = {}): Promise<string> => (await ada.post<{ id: string }>('/incidents', { title, text: 'It is **dark**.', ...more })).data.id;
const tell = (id: string, text: string, state = 'identified') => ada.post(`/incidents/${id}/updates`, { text, state });
const seen = async (who: SignedIn, path = '/incidents'): Promise<Incident[]> => (await who.get<Incident[]>(path)).data;
const one = async (who: SignedIn, id: string): Promise<Incident | undefined> => (await seen(who)).find((each) => each.id === id);
const onDesk = async (id: string): Promise<DeskIncident | undefined> => (await ada.get<DeskIncident[]>('/incidents')).data.find((each) => each.id === id);
const about = async (who: SignedIn, title: string) => (await mailsTo(desk, who.customer.email)).filter(({ subject }) => subject === title);

describe('an incident that Ada tells of', () => {
  test('is there for customers at once, until it is solved', async () => {
    const id = await declare('No light');
    expect(await one(cora, id)).toMatchObject({ title: 'No light', state: 'investigating', html: '<p>It is <strong>dark</strong>.</p>\n', following: false, updates: [] });
    await tell(id, 'A fuse.');
    expect(await one(cora, id)).toMatchObject({ state: 'identified', updates: [{ html: '<p>A fuse.</p>\n', state: 'identified' }] });
    await tell(id, 'A new fuse.', 'resolved');
    expect(await one(cora, id)).toBeUndefined();
    expect(await onDesk(id)).toMatchObject({ state: 'resolved', updates: [{ text: 'A new fuse.', by: 'Ada' }, { text: 'A fuse.' }] });
  });

  test('names nobody and counts nobody to customers', async () => {
    const id = await declare('Anonymous');
    await tell(id, 'News.');
    await otto.put(`/incidents/${id}/following`, {});
    expect((await cora.get('/incidents')).text).not.toMatch(/Ada|Otto|followers|tickets"/);
  });

  test('is mended without a mail', async () => {
    const id = await declare('Mended');
    await cora.put(`/incidents/${id}/following`, {});
    expect((await ada.put(`/incidents/${id}`, { title: 'Mended well', text: 'Better words.', categories: [lamps] })).status).toBe(200);
    expect(await one(cora, id)).toMatchObject({ title: 'Mended well', categories: [lamps] });
    await desk.settle();
    expect(await about(cora, 'Mended well')).toEqual([]);
  });

  test.each([{ title: '' }, { text: ' ' }, { state: 'gone' }, { categories: ['nowhere'] }, { extra: 1 }])('is refused with %j', async (part) => {
    expect(await ada.post('/incidents', { title: 'Refused', text: 'Words.', ...part })).toMatchObject({ status: 400, code: 'validation_failed' });
    expect((await seen(cora)).map(({ title }) => title)).not.toContain('Refused');
  });

  test('is asked for nothing while nothing goes on', async () => {
    for (const { id } of await seen(cora)) await tell(id, 'Over.', 'resolved');
    // Who follows is told first: that is asked for, too.
    await desk.settle();
    expect(await statementsOf(desk, () => cora.get('/incidents'))).toHaveLength(1);
  });
});

describe('who follows it', () => {
  test('gets each update by mail, once, and others get none', async () => {
    const id = await declare('Followed');
    expect((await cora.put(`/incidents/${id}/following`, {})).status).toBe(200);
    expect((await cora.put(`/incidents/${id}/following`, {})).status).toBe(200);
    expect(await one(cora, id)).toMatchObject({ following: true });
    expect(await one(otto, id)).toMatchObject({ following: false });
    await tell(id, 'First news.');
    await desk.settle();
    await tell(id, 'It works.', 'resolved');
    await desk.settle();
    await desk.settle();
    expect((await about(cora, 'Followed')).map(({ text }) => /First news|It works/.exec(text)?.[0])).toEqual(['It works', 'First news']);
    expect(await about(otto, 'Followed')).toEqual([]);
    expect((await onDesk(id))?.followers).toBe(1);
  });

  test('and no longer does, gets no more', async () => {
    const id = await declare('Unfollowed');
    await cora.put(`/incidents/${id}/following`, {});
    await cora.delete(`/incidents/${id}/following`);
    await tell(id, 'News.');
    await desk.settle();
    expect(await about(cora, 'Unfollowed')).toEqual([]);
  });

  test('can follow neither what is over nor what never was', async () => {
    const id = await declare('Over');
    await tell(id, 'Done.', 'resolved');
    for (const key of [id, 'nothing-like-it', '%00']) expect((await cora.put(`/incidents/${key}/following`, {})).status).toBe(404);
  });
});

describe('a request', () => {
  const sent = (category: string, by = cora) => sendRequest(desk.app, by.customer, { category, subject: 'A request', body: 'Words.' });
  const of = async (reference: string, by = cora): Promise<string[]> => (await seen(by, `/tickets/${reference}/incidents`)).map(({ title }) => title);

  test('shows what touches its category, and what an agent linked it to instead', async () => {
    const [bulbs, mails] = [await declare('Bulbs', { categories: [lamps] }), await declare('Mails', { categories: [other] })];
    const reference = await sent(lamps);
    expect(await of(reference)).toEqual(['Bulbs']);
    const { data } = await ada.put<TicketIncident>(`/tickets/${reference}/incident`, { incident: mails });
    expect(data).toMatchObject({ linked: mails });
    expect(data.choices.map(({ id }) => id)).toEqual(expect.arrayContaining([bulbs, mails]));
    expect(await of(reference)).toEqual(['Mails']);
    expect(await onDesk(mails)).toMatchObject({ tickets: 1, followers: 1 });
    await ada.put(`/tickets/${reference}/incident`, { incident: null });
    expect(await of(reference)).toEqual(['Bulbs']);
  });

  test('that is linked has its requester told of updates', async () => {
    const id = await declare('Linked');
    const reference = await sent(other, otto);
    await ada.put(`/tickets/${reference}/incident`, { incident: id });
    await ada.put(`/tickets/${reference}/incident`, { incident: id });
    await tell(id, 'For all of you.');
    await desk.settle();
    expect(await about(otto, 'Linked')).toHaveLength(1);
    expect((await ada.get(`/tickets/${reference}/incident`)).text).not.toContain('Otto');
  });

  test('that goes on in another one takes its link there; a link of that one stands', async () => {
    const [first, second, third] = [await sent(lamps), await sent(lamps), await sent(lamps)];
    const [mails, bulbs] = [await declare('Of the merged'), await declare('Of the kept')];
    const linked = async (reference: string) => (await ada.get<TicketIncident>(`/tickets/${reference}/incident`)).data.linked;
    await ada.put(`/tickets/${first}/incident`, { incident: mails });
    await ada.post(`/tickets/${first}/merge`, { into: second });
    await desk.settle();
    expect([await linked(first), await linked(second)]).toEqual([null, mails]);
    expect(await of(second)).toEqual(['Of the merged']);
    await ada.put(`/tickets/${third}/incident`, { incident: bulbs });
    await ada.post(`/tickets/${second}/merge`, { into: third });
    await desk.settle();
    expect([await linked(second), await linked(third)]).toEqual([null, bulbs]);
  });

  test('is linked to nothing that is not there', async () => {
    const reference = await sent(other);
    expect((await ada.put(`/tickets/${reference}/incident`, { incident: 'nothing' })).status).toBe(404);
    expect((await ada.put('/tickets/R-ZZZZZZ/incident', { incident: null })).status).toBe(404);
  });
});
