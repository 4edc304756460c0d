import { makeCategory, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import type { Presence } from '../../plugin/contracts/desk';
import { agentPage, pageWithPass, type LivePage } from '../support/live-client';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let category: string;
const pages: LivePage[] = [];

beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  ada = await desk.agent('Ada');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterEach(() => pages.splice(0).forEach((page) => page.close()));
afterAll(() => desk?.stop());

const deskOf = async (who: LoggedIn): Promise<LivePage> => {
  const page = await agentPage(desk.url, who);
  pages.push(page);
  return page;
};
const sent = (subject: string) => sendRequest(desk.app, cora.customer, { category, subject, body: `About ${subject}.` });

describe('an agent', () => {
  test('hears of everything, notes too, in words that say only where', async () => {
    const page = await deskOf(ada);
    const reference = await sent('For the desk');
    await page.hears(({ type, reference: where }) => type === 'written' && where === reference);
    const heard = page.news.length;
    await writeNote(desk.app, ada.agent, reference, 'PINEAPPLE');
    await desk.settle();
    await page.hears((news) => page.news.indexOf(news) >= heard && news.reference === reference);
    expect(JSON.stringify(page.news)).not.toMatch(/PINEAPPLE|note/);
  });

  test('sees at once who else looks at a ticket and who writes, and that he went away', async () => {
    const bert = await desk.agent('Bert');
    const reference = await sent('Two look');
    const [first, second] = [await deskOf(ada), await deskOf(bert)];
    expect(await first.ask<Presence>('looking', { reference, writing: false })).toMatchObject({ others: [] });
    expect(await second.ask<Presence>('looking', { reference, writing: true })).toMatchObject({ others: [{ name: 'Ada', writing: false }] });
    expect(first.presence).toEqual([{ reference }]);
    expect(await first.ask<Presence>('looking', { reference, writing: false })).toMatchObject({ others: [{ name: 'Bert', writing: true }] });
    // Colleagues whose browser has no socket ask the same rows.
    expect((await ada.put<Presence>(`/tickets/${reference}/presence`, { writing: false })).data).toMatchObject({ others: [{ name: 'Bert', writing: true }] });
    const gone = new Promise((resolve) => first.socket.once('presence', resolve));
    second.close();
    expect(await gone).toEqual({ reference });
    expect(await first.ask<Presence>('looking', { reference, writing: false })).toMatchObject({ others: [] });
  });

  test('without the right to read tickets gets neither pass nor socket', async () => {
    const eve = await desk.agent('Eve', ['tickets.reply']);
    expect((await eve.post('/live-passes')).status).toBe(403);
    const access = desk.app.plugin('portal').service('agent-access');
    const { sessionId } = await desk.app.db.query('admin::session').findOne({ where: { userId: String(eve.agent.id) } });
    await expect(pageWithPass(desk.url, { pass: access.passFor(eve.agent, sessionId) })).rejects.toThrow('access_refused');
  });

  test.each<[string, (pass: string) => object]>([
    ['none', () => ({})],
    ['one that was changed', (pass) => ({ pass: `${pass.slice(0, -2)}AA` })],
    ['a token of the admin', () => ({ pass: ada.token })],
    ['a customer’s cookie', () => ({ pass: cora.cookie })],
    ['a thing that is no text', () => ({ pass: { $ne: '' } })],
  ])('with a pass that is %s gets no socket', async (_what, forge) => {
    const { data } = await ada.post<{ pass: string }>('/live-passes');
    await expect(pageWithPass(desk.url, forge(data.pass) as Record<string, unknown>)).rejects.toThrow('not_signed_in');
  });

  test('is cut off when he logs out, and when his role loses the right', async () => {
    const [carl, dora] = [await desk.agent('Carl'), await desk.agent('Dora', ['tickets.read'])];
    const [first, second] = [await deskOf(carl), await deskOf(dora)];
    await desk.app.db.query('admin::session').deleteMany({ where: { userId: String(carl.agent.id) } });
    expect(await first.cut).toBe('io server disconnect');
    const { roles } = await desk.app.db.query('admin::user').findOne({ where: { id: dora.agent.id }, populate: ['roles'] });
    await desk.app.service('admin::role').assignPermissions(roles[0].id, []);
    expect(await second.cut).toBe('io server disconnect');
  });
});
