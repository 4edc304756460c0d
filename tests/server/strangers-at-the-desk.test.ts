import { makeArticle } from '../../database/seeds/builders/articles';
import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import { portal } from '../../database/seeds/builders/services';
import { smallPng } from '../support/parcel-category';
import { routesBelow } from '../support/routes';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';
import { Visitor, type Answer } from '../support/visitor';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let reference: string;
let category: string;
let file: string;
let incident: string;
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  category = await makeCategory(desk.app, { name: 'Something else' });
  reference = await sendRequest(desk.app, cora.customer, { category, subject: 'A request', body: 'Her words.', files: [{ name: 'a.png', bytes: smallPng }] });
  await makeArticle(desk.app, { title: 'An answer', slug: 'an-answer' });
  incident = await portal<{ declare(given: object): Promise<string> }>(desk.app, 'incident-desk').declare({ ...trouble, state: 'investigating', categories: [] });
  file = (await cora.get<{ attachments: { id: string }[] }>(`/tickets/${reference}`)).data.attachments[0]?.id ?? '';
});
afterAll(() => desk?.stop());

type Call = (who: Visitor) => Promise<Answer<unknown>>;
const all = ['tickets.read', 'tickets.reply', 'tickets.note', 'tickets.assign', 'tickets.update', 'categories.manage', 'incidents.manage', 'hours.manage', 'service-levels.manage', 'knowledge.read', 'knowledge.rebuild', 'knowledge.labels'];
const trouble = { title: 'No mails', text: 'They come late.' };
const hours = { timeZone: 'Europe/Berlin', openings: [{ day: 1, from: '09:00', to: '17:00' }], holidays: [] };
const levels = { warnAtPercent: 80, targets: [{ segment: null, priority: null, replyMinutes: 60, resolutionMinutes: null }] };
/** Every address of the desk, the right it needs, and a call that succeeds with it. */
const desks: Record<string, [right: string, call: Call][]> = {
  'GET /tickets': [['tickets.read', (who) => who.get('/tickets')]],
  'GET /agents': [['tickets.read', (who) => who.get('/agents')]],
  'GET /categories': [['tickets.read', (who) => who.get('/categories')]],
  'GET /tickets/:reference': [['tickets.read', (who) => who.get(`/tickets/${reference}`)]],
  'GET /attachments/:id': [['tickets.read', (who) => who.get(`/attachments/${file}`)]],
  'PUT /tickets/:reference': [
    ['tickets.update', (who) => who.put(`/tickets/${reference}`, { state: 'open' })],
    ['tickets.update', (who) => who.put(`/tickets/${reference}`, { priority: 'urgent' })],
    ['tickets.update', (who) => who.put(`/tickets/${reference}`, { category })],
    ['tickets.assign', (who) => who.put(`/tickets/${reference}`, { assignee: null })],
  ],
  'POST /tickets/:reference/comments': [['tickets.reply', (who) => who.post(`/tickets/${reference}/comments`, { body: 'An answer.' })]],
  'POST /tickets/:reference/notes': [['tickets.note', (who) => who.post(`/tickets/${reference}/notes`, { body: 'A note.' })]],
  'POST /attachments': [['tickets.reply', (who) => who.upload('b.png', new Uint8Array(smallPng))]],
  'GET /tickets/:reference/articles': [['tickets.read', (who) => who.get(`/tickets/${reference}/articles`)]],
  'PUT /tickets/:reference/articles/:slug': [['tickets.reply', (who) => who.put(`/tickets/${reference}/articles/an-answer`, {})]],
  'DELETE /tickets/:reference/articles/:slug': [['tickets.reply', (who) => who.delete(`/tickets/${reference}/articles/an-answer`)]],
  'GET /knowledge/gaps': [['knowledge.read', (who) => who.get('/knowledge/gaps')]],
  'GET /knowledge/figures': [['knowledge.read', (who) => who.get('/knowledge/figures')]],
  'GET /knowledge/labels': [['knowledge.read', (who) => who.get('/knowledge/labels')]],
  'GET /knowledge/index': [['knowledge.read', (who) => who.get('/knowledge/index')]],
  'POST /knowledge/index/rebuilds': [['knowledge.rebuild', (who) => who.post('/knowledge/index/rebuilds')]],
  'GET /incidents': [['tickets.read', (who) => who.get('/incidents')]],
  'POST /incidents': [['incidents.manage', (who) => who.post('/incidents', trouble)]],
  'PUT /incidents/:id': [['incidents.manage', (who) => who.put(`/incidents/${incident}`, trouble)]],
  'POST /incidents/:id/updates': [['incidents.manage', (who) => who.post(`/incidents/${incident}/updates`, { text: 'News.', state: 'identified' })]],
  'GET /tickets/:reference/incident': [['tickets.read', (who) => who.get(`/tickets/${reference}/incident`)]],
  'PUT /tickets/:reference/incident': [['tickets.update', (who) => who.put(`/tickets/${reference}/incident`, { incident })]],
  'GET /business-hours': [['hours.manage', (who) => who.get('/business-hours')]],
  'PUT /business-hours': [['hours.manage', (who) => who.put('/business-hours', hours)]],
  'POST /business-hours/previews': [['hours.manage', (who) => who.post('/business-hours/previews', hours)]],
  'GET /service-levels': [['service-levels.manage', (who) => who.get('/service-levels')]],
  'PUT /service-levels': [['service-levels.manage', (who) => who.put('/service-levels', levels)]],
  'POST /service-levels/previews': [['service-levels.manage', (who) => who.post('/service-levels/previews', levels)]],
  'POST /categories': [['categories.manage', (who) => who.post('/categories', { name: 'New one' })]],
  'PUT /categories/:slug': [['categories.manage', (who) => who.put(`/categories/${category}`, { name: 'Something else' })]],
  'DELETE /categories/:slug': [['categories.manage', (who) => who.delete('/categories/new-one')]],
};
const calls = Object.entries(desks).flatMap(([route, each]) => each.map(([right, call]): [string, string, Call] => [route, right, call]));

/** Need a second right, or something to act on: gap-board.test.ts, article-previews.test.ts and learning.test.ts try them. */
const elsewhere = ['POST /knowledge/gaps/drafts', 'POST /knowledge/previews', 'DELETE /knowledge/labels/:id'];

test('every address of the desk is tried here: a new one needs its stranger', () => {
  expect(routesBelow(desk, '/portal')).toEqual([...Object.keys(desks), ...elsewhere].sort());
});

describe('the desk is closed', () => {
  test.each(calls)('to nobody in particular: %s', async (_route, _right, call) => {
    expect(await call(new Visitor(`${desk.url}/portal`))).toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  test.each(calls)('to a customer, with cookie and users-permissions token: %s', async (_route, _right, call) => {
    const jwt = desk.app.plugin('users-permissions').service('jwt') as { issue(payload: object): string | Promise<string> };
    const token = await jwt.issue({ id: cora.customer.userId });
    expect(await call(new Visitor(`${desk.url}/portal`, { cookie: cora.cookie }))).toMatchObject({ status: 401, code: 'not_signed_in' });
    expect(await call(new Visitor(`${desk.url}/portal`, { cookie: cora.cookie, authorization: `Bearer ${token}` }))).toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  test('to an admin user with every right but the one that is needed', async () => {
    for (const right of all) {
      const almost = await desk.agent(`Almost ${right}`, all.filter((each) => each !== right));
      for (const [route, , call] of calls.filter(([, needed]) => needed === right)) expect([route, await call(almost)]).toMatchObject([route, { status: 403, code: 'access_refused' }]);
    }
  });

  test('to one without any right, whose token is good', async () => {
    const nobody = await desk.agent('Nobody', []);
    for (const [route, , call] of calls) expect([route, (await call(nobody)).status]).toEqual([route, 403]);
  });
});

test('the right that is named opens each address, without any other but reading', async () => {
  const everybody = new Map<string, Visitor>();
  for (const right of all) everybody.set(right, await desk.agent(`Only ${right}`, ['tickets.read', right]));
  for (const [route, right, call] of calls) {
    const { status, text } = await call(everybody.get(right) ?? cora);
    expect([route, [200, 201, 202].includes(status) ? 'opened' : text]).toEqual([route, 'opened']);
  }
});
