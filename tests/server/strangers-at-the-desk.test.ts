import { makeArticle } from '../../database/seeds/builders/articles';
import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import { portal } from '../../database/seeds/builders/services';
import type { LanguageWords } from '../../plugin/contracts/search-words';
import { begin, chatDesk } from '../support/chats';
import { smallPng } from '../support/parcel-category';
import { routesBelow } from '../support/routes';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';
import { Visitor, type Answer, type Method } from '../support/visitor';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let reference: string;
let category: string;
let file: string;
let other: string;
let view: number;
let sharedView: number;
let incident: string;
let wordsVersion: string;
let failedMails: number[];
let mail: string;
let chat: string;
let webhook: number;
let webhookMessage: number;
beforeAll(async () => {
  desk = await bootDesk(chatDesk);
  cora = await desk.customer('Cora Bell');
  category = await makeCategory(desk.app, { name: 'Something else' });
  chat = (await begin(cora, 'Hello there')).key;
  reference = await sendRequest(desk.app, cora.customer, { category, subject: 'A request', body: 'Her words.', files: [{ name: 'a.png', bytes: smallPng }] });
  other = await sendRequest(desk.app, cora.customer, { category, subject: 'Another one', body: 'Her words.' });
  const max = await desk.agent('Max');
  view = (await max.post<{ id: number }>('/views', { name: 'His own', filters: {} })).data.id;
  sharedView = (await max.post<{ id: number }>('/views', { name: 'Everybody’s', shared: true, filters: {} })).data.id;
  await makeArticle(desk.app, { title: 'An answer', slug: 'an-answer' });
  [{ version: wordsVersion }] = (await (await desk.agent('Wanda', ['search-words.manage'])).get<[LanguageWords]>('/knowledge/search-words')).data;
  incident = await portal<{ declare(given: object): Promise<string> }>(desk.app, 'incident-desk').declare({ ...trouble, state: 'investigating', categories: [] });
  await desk.settle();
  const wanda = await desk.agent('Wanda of the webhooks', ['settings.webhooks']);
  [webhook] = [await made(wanda), await made(wanda)];
  webhookMessage = (await wanda.post<{ id: number }>(`/settings/webhooks/${webhook}/messages`)).data.id;
  const mails = desk.app.db.query('plugin::portal.mail');
  failedMails = ((await mails.findMany({ limit: 2 })) as { id: number }[]).map(({ id }) => id);
  await mails.updateMany({ where: { id: { $in: failedMails } }, data: { state: 'failed' } });
  mail = (await portal<{ receive(mail: object): Promise<{ id: string }> }>(desk.app, 'mail-intake').receive({ bytes: Buffer.from('From: eve@example.com\r\n\r\nHello'), via: 'webhook', recipients: [] })).id;
  file = (await cora.get<{ attachments: { id: string }[] }>(`/tickets/${reference}`)).data.attachments[0]?.id ?? '';
});
afterAll(() => desk?.stop());

type Call = (who: Visitor) => Promise<Answer<unknown>>;
const trouble = { title: 'No mails', text: 'They come late.' };
// A name that leads nowhere: what matters here is who may ask.
const webhookWish = { name: 'CRM', address: 'https://crm.nowhere.example/x', events: ['ticket.opened'] };
const made = async (who: Visitor): Promise<number> => (await who.post<{ id: number }>('/settings/webhooks', webhookWish)).data.id;
const noWords = { groups: [], stopWords: [] };
const hours = { timeZone: 'Europe/Berlin', openings: [{ day: 1, from: '09:00', to: '17:00' }], holidays: [] };
const levels = { warnAtPercent: 80, targets: [{ segment: null, priority: null, replyMinutes: 60, resolutionMinutes: null }] };
const all = ['tickets.read', 'tickets.reply', 'tickets.note', 'tickets.assign', 'tickets.update', 'tickets.redact', 'categories.manage', 'knowledge.read', 'knowledge.rebuild', 'knowledge.labels', 'search-words.manage', 'settings.read', 'settings.change', 'customers.manage', 'customers.erase', 'audit.read', 'mail.manage', 'views.share', 'saved-replies.manage', 'hours.manage', 'service-levels.manage', 'tickets.merge', 'incidents.manage', 'mails.manage', 'received-mails.read', 'received-mails.manage', 'chats.answer', 'analytics.read', 'analytics.export', 'settings.webhooks'];
/** Every address of the desk, the right it needs, and a call that succeeds with it. */
const desks: Record<string, [right: string, call: Call][]> = {
  'GET /settings/webhooks': [['settings.webhooks', (who) => who.get('/settings/webhooks')]],
  'POST /settings/webhooks': [['settings.webhooks', (who) => who.post('/settings/webhooks', webhookWish)]],
  'PUT /settings/webhooks/:id': [['settings.webhooks', (who) => who.put(`/settings/webhooks/${webhook}`, webhookWish)]],
  'DELETE /settings/webhooks/:id': [['settings.webhooks', (who) => who.delete(`/settings/webhooks/${webhook + 1}`)]],
  'POST /settings/webhooks/:id/secrets': [['settings.webhooks', (who) => who.post(`/settings/webhooks/${webhook}/secrets`)]],
  'GET /settings/webhooks/:id/messages': [['settings.webhooks', (who) => who.get(`/settings/webhooks/${webhook}/messages`)]],
  'POST /settings/webhooks/:id/messages': [['settings.webhooks', (who) => who.post(`/settings/webhooks/${webhook}/messages`)]],
  'POST /settings/webhooks/:id/messages/:message/sendings': [['settings.webhooks', (who) => who.post(`/settings/webhooks/${webhook}/messages/${webhookMessage}/sendings`)]],
  'GET /received-mails': [['received-mails.read', (who) => who.get('/received-mails')]],
  'GET /received-mails/:id': [['received-mails.read', (who) => who.get(`/received-mails/${mail}`)]],
  'GET /received-mails/:id/raw': [['received-mails.read', (who) => who.get(`/received-mails/${mail}/raw`)]],
  'POST /received-mails/:id/runs': [['received-mails.manage', (who) => who.post(`/received-mails/${mail}/runs`, {})]],
  'POST /received-mails/:id/admission': [['received-mails.manage', (who) => who.post(`/received-mails/${mail}/admission`, { as: 'request' })]],
  'POST /received-mails/:id/discard': [['received-mails.manage', (who) => who.post(`/received-mails/${mail}/discard`, {})]],
  'GET /chat-seat': [['chats.answer', (who) => who.get('/chat-seat')]],
  'PUT /chat-seat': [['chats.answer', (who) => who.put('/chat-seat', { available: true })]],
  'GET /chats': [['chats.answer', (who) => who.get('/chats')]],
  'GET /chats/:key': [['chats.answer', (who) => who.get(`/chats/${chat}`)]],
  'POST /chats/:key/acceptance': [['chats.answer', (who) => who.post(`/chats/${chat}/acceptance`)]],
  'GET /analytics': [['analytics.read', (who) => who.get('/analytics?from=2026-03-01&to=2026-03-31')]],
  'GET /analytics/parts': [['analytics.read', (who) => who.get('/analytics/parts?from=2026-03-01&to=2026-03-31&by=agent')]],
  'GET /analytics/file': [['analytics.export', (who) => who.get('/analytics/file?from=2026-03-01&to=2026-03-31')]],
  'POST /chats/:key/messages': [['chats.answer', (who) => who.post(`/chats/${chat}/messages`, { text: 'Hello' })]],
  'POST /chats/:key/readings': [['chats.answer', (who) => who.post(`/chats/${chat}/readings`, { message: 1 })]],
  'POST /chats/:key/transfer': [['chats.answer', (who) => who.post(`/chats/${chat}/transfer`, { agent: null })]],
  'POST /chats/:key/closure': [['chats.answer', (who) => who.post(`/chats/${chat}/closure`)]],
  'POST /chats/:key/request': [['chats.answer', (who) => who.post(`/chats/${chat}/request`, { subject: 'Of a chat', category })]],
  'POST /chats/:key/messages/:id/redactions': [
    ['tickets.redact', (who) => who.post(`/chats/${chat}/messages/1/redactions`, { words: ['Hello'] })],
    ['chats.answer', (who) => who.post(`/chats/${chat}/messages/1/redactions`, { words: ['there'] })],
  ],
  'POST /chats/:key/blocking': [['chats.answer', (who) => who.post(`/chats/${chat}/blocking`, { hours: 1 })]],
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
  'POST /tickets/changes': [
    ['tickets.update', (who) => who.post('/tickets/changes', { references: [reference], change: { state: 'open' } })],
    ['tickets.assign', (who) => who.post('/tickets/changes', { references: [reference], change: { assignee: null } })],
  ],
  'PUT /tickets/:reference/presence': [['tickets.read', (who) => who.put(`/tickets/${reference}/presence`, { writing: false })]],
  'DELETE /tickets/:reference/presence': [['tickets.read', (who) => who.delete(`/tickets/${reference}/presence`)]],
  'POST /live-passes': [['tickets.read', (who) => who.post('/live-passes')]],
  'GET /saved-replies': [['tickets.reply', (who) => who.get('/saved-replies')]],
  'POST /saved-replies': [['tickets.reply', (who) => who.post('/saved-replies', { name: 'Mine', body: 'Hello.' })]],
  'GET /tickets/:reference/requester': [['tickets.read', (who) => who.get(`/tickets/${reference}/requester`)]],
  'GET /users/:id/tickets': [['tickets.read', (who) => who.get(`/users/${cora.customer.userId}/tickets`)]],
  'GET /tickets/:reference/merge': [['tickets.merge', (who) => who.get(`/tickets/${other}/merge?into=${reference}`)]],
  'POST /tickets/:reference/merge': [['tickets.merge', (who) => who.post(`/tickets/${other}/merge`, { into: reference })]],
  'GET /tags': [['tickets.read', (who) => who.get('/tags')]],
  'PUT /tickets/:reference/read-mark': [['tickets.read', (who) => who.put(`/tickets/${reference}/read-mark`, { event: 1 })]],
  'DELETE /tickets/:reference/read-mark': [['tickets.read', (who) => who.delete(`/tickets/${reference}/read-mark`)]],
  'GET /views': [['tickets.read', (who) => who.get('/views')]],
  'POST /views': [
    ['tickets.read', (who) => who.post('/views', { name: 'Mine', filters: { state: 'new' } })],
    ['views.share', (who) => who.post('/views', { name: 'Ours', shared: true, filters: { state: 'new' } })],
  ],
  'PUT /views/:id': [['views.share', (who) => who.put(`/views/${sharedView}`, { name: 'Everybody’s', shared: true, filters: {} })]],
  'DELETE /views/:id': [['views.share', (who) => who.delete(`/views/${sharedView}`)]],
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
  'GET /knowledge/search-words': [['search-words.manage', (who) => who.get('/knowledge/search-words')]],
  'PUT /knowledge/search-words/:language': [['search-words.manage', (who) => who.put('/knowledge/search-words/en', { ...noWords, version: wordsVersion })]],
  'POST /knowledge/search-words/:language/trials': [['search-words.manage', (who) => who.post('/knowledge/search-words/en/trials', { ...noWords, text: 'parcel' })]],
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
  'PUT /category-order': [['categories.manage', (who) => who.put('/category-order', { parent: category, slugs: [] })]],
  'DELETE /categories/:slug': [['categories.manage', (who) => who.delete('/categories/new-one')]],
  'GET /mails/failed': [['mails.manage', (who) => who.get('/mails/failed')]],
  'POST /mails/failed/:id/sendings': [['mails.manage', (who) => who.post(`/mails/failed/${failedMails[0]}/sendings`)]],
  'DELETE /mails/failed/:id': [['mails.manage', (who) => who.delete(`/mails/failed/${failedMails[1]}`)]],
  'GET /settings/policy': [['settings.read', (who) => who.get('/settings/policy')]],
  'PUT /settings/policy': [['settings.change', (who) => who.put('/settings/policy', { changes: {} })]],
  'POST /settings/theme-checks': [['settings.read', (who) => who.post('/settings/theme-checks', { accent: '#3b3fb6', mode: 'auto' })]],
  'POST /settings/test-mails': [['mail.manage', (who) => who.post('/settings/test-mails', {})]],
  'GET /settings/segments': [['settings.read', (who) => who.get('/settings/segments')]],
  'POST /settings/segments': [['settings.change', (who) => who.post('/settings/segments', { title: 'Gold' })]],
  'GET /settings/segments/:name': [['settings.read', (who) => who.get('/settings/segments/gold')]],
  'PUT /settings/segments/:name': [['settings.change', (who) => who.put('/settings/segments/gold', { changes: {} })]],
  'PUT /settings/segment-order': [['settings.change', (who) => who.put('/settings/segment-order', { names: ['gold'] })]],
  'GET /settings/customers': [['customers.manage', (who) => who.get('/settings/customers')]],
  'GET /settings/customers/:id': [['customers.manage', (who) => who.get(`/settings/customers/${cora.customer.customerId}`)]],
  'PUT /settings/customers/:id': [['customers.manage', (who) => who.put(`/settings/customers/${cora.customer.customerId}`, {})]],
  'GET /settings/customers/:id/erasure': [['customers.erase', (who) => who.get(`/settings/customers/${cora.customer.customerId}/erasure`)]],
  'POST /settings/customers/:id/erasure': [['customers.erase', (who) => who.post(`/settings/customers/${cora.customer.customerId}/erasure`, {})]],
  'DELETE /settings/customers/:id/erasure': [['customers.erase', (who) => who.delete(`/settings/customers/${cora.customer.customerId}/erasure`)]],
  'GET /settings/organisations': [['customers.manage', (who) => who.get('/settings/organisations')]],
  'POST /settings/organisations': [['customers.manage', (who) => who.post('/settings/organisations', { name: 'Example Ltd' })]],
  'PUT /settings/organisations/:id': [['customers.manage', (who) => who.put('/settings/organisations/1', { name: 'Example Ltd' })]],
  'DELETE /settings/organisations/:id': [['customers.manage', (who) => who.delete('/settings/organisations/1')]],
  'POST /settings/examinations': [['settings.read', (who) => who.post('/settings/examinations', { checks: ['runtime'] })]],
  'GET /settings/blocked-content': [['settings.read', (who) => who.get('/settings/blocked-content')]],
  'DELETE /settings/blocked-content': [['settings.change', (who) => who.delete('/settings/blocked-content')]],
  'GET /settings/audit-entries': [['audit.read', (who) => who.get('/settings/audit-entries')]],
  'GET /settings/audit-entries/file': [['audit.read', (who) => who.get('/settings/audit-entries/file')]],
  'DELETE /settings/segments/:name': [['settings.change', (who) => who.delete('/settings/segments/gold')]],
};
const calls = Object.entries(desks).flatMap(([route, each]) => each.map(([right, call]): [string, string, Call] => [route, right, call]));

/** Need a second right, or something to act on: saved-replies.test.ts, held-replies.test.ts, gap-board.test.ts, article-previews.test.ts, article-reviews.test.ts, suggestions.test.ts, two-factor-account.test.ts, secret-guard.test.ts and working-together.test.ts use them. */
const elsewhere = ['POST /tickets/:reference/comments/:id/redactions', 'DELETE /settings/customers/:id/second-factors', 'DELETE /tickets/:reference/merge', 'PUT /saved-replies/:id', 'DELETE /saved-replies/:id', 'DELETE /tickets/:reference/held-replies/:id', 'POST /knowledge/gaps/drafts', 'POST /knowledge/previews', 'GET /knowledge/segments', 'DELETE /knowledge/labels/:id'];

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

  test('also where something to act on is needed: to nobody in particular, and to one without any right', async () => {
    const [nobody, powerless] = [new Visitor(`${desk.url}/portal`), await desk.agent('Powerless', [])];
    for (const route of elsewhere) {
      const [method, path] = route.replace(/:\w+/g, '1').split(' ') as [Parameters<Visitor['fetch']>[0], string];
      const statuses = await Promise.all([nobody, powerless].map(async (who) => (await who.fetch(method, path)).status));
      expect([route, ...statuses]).toEqual([route, 401, 403]);
    }
  });

  test('to one without any right, whose token is good', async () => {
    const nobody = await desk.agent('Nobody', []);
    for (const [route, , call] of calls) expect([route, (await call(nobody)).status]).toEqual([route, 403]);
  });
});

test('the rights that are named open each address, without any other but reading', async () => {
  const everybody = new Map<string, Visitor>();
  for (const [route, named, call] of calls) {
    // Other addresses ask for another right with each kind of change.
    const rights = route.endsWith('/messages/:id/redactions') ? ['tickets.redact', 'chats.answer'] : [named];
    const known = everybody.get(rights.join()) ?? (await desk.agent(`Only ${rights.join(' and ')}`, ['tickets.read', ...rights]));
    everybody.set(rights.join(), known);
    const { status, text } = await call(known);
    expect([route, [200, 201, 202].includes(status) ? 'opened' : text]).toEqual([route, 'opened']);
  }
});

test('another’s own view is not there for anybody else, not even for changing and deleting it', async () => {
  const eve = await desk.agent('Eve', all);
  expect((await eve.get('/views')).text).not.toContain('His own');
  const change = { name: 'Hers now', filters: {} };
  for (const { status, code } of [await eve.put(`/views/${view}`, change), await eve.delete(`/views/${view}`), await eve.put('/views/999999', change)]) expect([status, code]).toEqual([404, 'not_found']);
});
