import { makeArticle } from '../../database/seeds/builders/articles';
import { changeTicket, makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import type { RequesterPanel, UserTicket } from '../../plugin/contracts/desk';
import type { Suggestion } from '../../plugin/contracts/knowledge';
import { makeOtherArticles } from '../support/knowledge';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: LoggedIn;
let category: string;
beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto, ada] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt'), await desk.agent('Ada')];
  category = await makeCategory(desk.app, { name: 'Something else' });
  await makeOtherArticles(desk.app);
  await makeArticle(desk.app, { title: 'Where is my parcel?', slug: 'parcel', body: 'Follow the parcel with its tracking number. A parcel that is late for five days counts as lost.' });
  await desk.settle();
});
afterAll(() => desk?.stop());

const send = (subject: string, by = cora) => sendRequest(desk.app, by.customer, { category, subject, body: `About ${subject}.` });
const panel = async (reference: string) => (await ada.get<RequesterPanel>(`/tickets/${reference}/requester`)).data;

describe('beside a request Ada sees of its requester', () => {
  test('who it is, and how many requests there are', async () => {
    const done = await send('Done already');
    await changeTicket(desk.app, ada.agent, done, { state: 'solved' });
    const reference = await send('Still open');
    await send('Of another', otto);
    expect(await panel(reference)).toMatchObject({ segment: { name: 'standard', title: 'standard' }, language: 'en', ticketCount: 2, openCount: 1, lookedFor: [] });
    expect(new Date((await panel(reference)).customerSince).getTime()).toBeLessThanOrEqual(Date.now());
  });

  test('what was looked for before it was sent, and what was read; nothing of others, and nothing from later', async () => {
    const offered = await cora.post<Suggestion>('/knowledge/suggestions', { subject: 'Parcel is late', body: 'The tracking number says nothing, and the parcel has not come.' });
    expect(offered.status).toBe(201);
    await cora.post('/knowledge/openings', { article: 'parcel', source: offered.data.id });
    await otto.post('/knowledge/suggestions', { subject: 'Parcel of Otto', body: 'His own words.' });
    const reference = await send('The parcel is late');
    await cora.post('/knowledge/suggestions', { subject: 'Something later', body: 'Later words.' });
    expect((await panel(reference)).lookedFor).toMatchObject([{ text: 'Parcel is late', opened: ['Where is my parcel?'], outcome: 'open' }]);
  });

  test('nothing where there is no such request', async () => {
    expect(await ada.get('/tickets/R-ZZZZZZ/requester')).toMatchObject({ status: 404, code: 'not_found' });
  });
});

test('beside a user in the content manager stand his requests, and none beside somebody who is no customer', async () => {
  const { data } = await ada.get<UserTicket[]>(`/users/${otto.customer.userId}/tickets`);
  expect(data).toEqual([{ reference: expect.any(String), subject: 'Of another', state: 'new', updatedAt: expect.any(String) }]);
  expect((await ada.get('/users/999999/tickets')).data).toEqual([]);
  for (const id of ['x', '99999999999']) expect((await ada.get(`/users/${id}/tickets`)).status).toBe(404);
});
