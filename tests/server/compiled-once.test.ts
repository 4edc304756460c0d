import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import { realmBeside } from '../support/beside';
import { compilations } from '../support/compilations';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let reference: string;
beforeAll(async () => {
  desk = await bootDesk();
  [cora, ada] = [await desk.customer('Cora Bell'), await desk.agent('Ada')];
  reference = await sendRequest(desk.app, cora.customer, { category: await makeCategory(desk.app, { name: 'Parcels' }), subject: 'Late', body: 'It is late.' });
  await desk.settle();
});
afterAll(() => desk?.stop());

const looks: [string, () => Promise<{ status: number }>][] = [
  ['Cora’s list', () => cora.get('/tickets?pageSize=25')],
  ['Cora’s request', () => cora.get(`/tickets/${reference}`)],
  ['Cora’s dashboard', () => cora.get('/dashboard')],
  ['Ada’s inbox', () => ada.get('/tickets?pageSize=25&state=active&snoozed=no')],
  ['the inbox by words', () => ada.get('/tickets?pageSize=25&q=late')],
  ['the counts of the views', () => ada.get('/views')],
];

describe('the database compiles once, and not for each look,', () => {
  test.each(looks)('what %s asks', async (_name, look) => {
    for (let time = 0; time < 2; time += 1) expect((await look()).status).toBe(200);
    // What a look sets going afterwards has statements of its own.
    await desk.settle();
    expect(await compilations(look, realmBeside)).toEqual([]);
  });

  test('which would be noticed: a list in an order that nobody asked for yet is compiled', async () => {
    const made = await compilations(() => cora.get('/tickets?sort=createdAt&q=late'), realmBeside);
    expect(made.length > 0).toBe((desk.app.db.dialect as { client: string }).client === 'sqlite');
  });
});
