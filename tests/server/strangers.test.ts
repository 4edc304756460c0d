import { demoPassword, makeAgent } from '../../database/seeds/builders/people';
import { makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { portal } from '../../database/seeds/builders/services';
import { browserOf, makeGuards } from '../support/known-to-her';
import { smallPng } from '../support/parcel-category';
import { routesBelow } from '../support/routes';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';
import type { Answer, Visitor } from '../support/visitor';

jest.setTimeout(240_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let category: string;
let incident: string;
/** Things of Cora’s, and the same kinds of things that nobody has. */
const hers = { reference: '', loose: '', sent: '', link: '', person: '', comment: '', session: '', browser: '', passkey: '', identity: 'F'.repeat(43), archive: '', told: '' };
const nobodys = { reference: 'R-ZZZZZZ', loose: 'A'.repeat(43), sent: 'B'.repeat(43), link: 'C'.repeat(43), person: 'D'.repeat(43), comment: 'E'.repeat(43), session: '999999991', browser: '999999992', passkey: '999999993', identity: 'G'.repeat(43), archive: 'F'.repeat(32), told: 'H'.repeat(22) };
type Things = typeof hers;

const silence = { choices: { received: [], reply: [], message: [], solved: [], added: [], incident: [] }, quietFrom: null, quietUntil: null, digestHour: 8 };
const request = () => ({ category, subject: 'Hers alone', body: 'Her words.' });
beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  category = await makeCategory(desk.app, { name: 'Something else' });
  incident = await portal<{ declare(given: object): Promise<string> }>(desk.app, 'incident-desk').declare({ title: 'No mails', text: 'They come late.', state: 'investigating', categories: [] });
  hers.loose = (await cora.upload('loose.png', new Uint8Array(smallPng))).data.id;
  hers.sent = (await cora.upload('sent.png', new Uint8Array(smallPng))).data.id;
  hers.reference = await sendRequest(desk.app, cora.customer, request());
  await cora.post(`/tickets/${hers.reference}/comments`, { body: 'With a file.', attachments: [hers.sent] });
  hers.link = (await cora.post<{ id: string }>(`/tickets/${hers.reference}/share-links`, { days: 1 })).data.id;
  await cora.post(`/tickets/${hers.reference}/participants`, { email: 'a.friend@example.com' });
  await replyAsAgent(desk.app, await makeAgent(desk.app, 'Ada', 'Okafor', 'ada.okafor@example.com'), hers.reference, 'An answer.');
  const { data } = await cora.get<{ audience: { id: string | null }[]; comments: { id: string; author: { kind: string } }[] }>(`/tickets/${hers.reference}`);
  await desk.app.db.query('plugin::portal.identity').create({ data: { key: hers.identity, customerId: cora.customer.customerId, provider: 'google', issuer: 'https://accounts.google.com', subject: 'cora', email: 'cora.bell@gmail.com' } });
  hers.comment = data.comments.find(({ author }) => author.kind === 'agent')?.id ?? '';
  hers.session = String((await cora.get<{ id: number }[]>('/me/sessions')).data[0]?.id);
  Object.assign(hers, await makeGuards(desk.app, cora.customer.customerId));
  hers.archive = (await cora.post<{ id: string }>('/me/exports')).data.id;
  hers.told = (await cora.post<{ browsers: { id: string }[] }>('/me/push-subscriptions', browserOf('hers'))).data.browsers[0]?.id ?? '';
  hers.person = data.audience.find(({ id }) => id !== null)?.id ?? '';
});
afterAll(() => desk?.stop());

type Attempt = (who: Visitor, of: Things) => Promise<Answer<unknown>>;
/** Addresses that name a thing: hers must answer as one that never was. */
const named: Record<string, Attempt[]> = {
  'GET /tickets/:reference': [(who, of) => who.get(`/tickets/${of.reference}`), (who, of) => who.get(`/tickets/${of.reference.toLowerCase()}`)],
  'GET /tickets/:reference/events': [(who, of) => who.get(`/tickets/${of.reference}/events`)],
  'POST /tickets/:reference/comments': [
    (who, of) => who.post(`/tickets/${of.reference}/comments`, { body: 'intruder' }),
    (who, of) => who.post(`/tickets/${of.reference}/comments`, { body: 'intruder' }, { 'idempotency-key': 'a-key-of-the-intruder' }),
  ],
  'GET /tickets/:reference/page': [(who, of) => who.get(`/tickets/${of.reference}/page`)],
  'GET /tickets/:reference/articles': [(who, of) => who.get(`/tickets/${of.reference}/articles`)],
  'POST /tickets/:reference/closure': [(who, of) => who.post(`/tickets/${of.reference}/closure`)],
  'DELETE /tickets/:reference/closure': [(who, of) => who.delete(`/tickets/${of.reference}/closure`)],
  'GET /attachments/:id': [(who, of) => who.get(`/attachments/${of.loose}`), (who, of) => who.get(`/attachments/${of.sent}`)],
  'DELETE /attachments/:id': [(who, of) => who.delete(`/attachments/${of.loose}`), (who, of) => who.delete(`/attachments/${of.sent}`)],
  'POST /tickets/:reference/participants': [(who, of) => who.post(`/tickets/${of.reference}/participants`, { email: 'intruder@example.com' })],
  'DELETE /tickets/:reference/participants/:id': [(who, of) => who.delete(`/tickets/${of.reference}/participants/${of.person}`)],
  'GET /me/exports/:id': [(who, of) => who.get(`/me/exports/${of.archive}`)],
  'GET /me/exports/:id/file': [(who, of) => who.get(`/me/exports/${of.archive}/file`)],
  'GET /tickets/:reference/incidents': [(who, of) => who.get(`/tickets/${of.reference}/incidents`)],
  'PUT /tickets/:reference/mute': [(who, of) => who.put(`/tickets/${of.reference}/mute`, {})],
  'DELETE /tickets/:reference/mute': [(who, of) => who.delete(`/tickets/${of.reference}/mute`)],
  'GET /tickets/:reference/rating': [(who, of) => who.get(`/tickets/${of.reference}/rating`)],
  'PUT /tickets/:reference/rating': [(who, of) => who.put(`/tickets/${of.reference}/rating`, { score: 1 })],
  'POST /tickets/:reference/comments/:id/redactions': [(who, of) => who.post(`/tickets/${of.reference}/comments/${of.comment}/redactions`)],
  'PUT /tickets/:reference/comments/:id/vote': [(who, of) => who.put(`/tickets/${of.reference}/comments/${of.comment}/vote`, { helpful: false })],
  'GET /tickets/:reference/share-links': [(who, of) => who.get(`/tickets/${of.reference}/share-links`)],
  'POST /tickets/:reference/share-links': [(who, of) => who.post(`/tickets/${of.reference}/share-links`, { days: 7 })],
  'DELETE /tickets/:reference/share-links/:id': [(who, of) => who.delete(`/tickets/${of.reference}/share-links/${of.link}`)],
  'DELETE /me/sessions/:id': [(who, of) => who.delete(`/me/sessions/${of.session}`)],
  'DELETE /me/trusted-browsers/:id': [(who, of) => who.delete(`/me/trusted-browsers/${of.browser}`)],
  'PATCH /me/passkeys/:id': [(who, of) => who.patch(`/me/passkeys/${of.passkey}`, { label: 'intruder' })],
  'DELETE /me/passkeys/:id': [(who, of) => who.delete(`/me/passkeys/${of.passkey}`)],
  'PUT /me/push-subscriptions/:id': [(who, of) => who.put(`/me/push-subscriptions/${of.told}`, { withText: true })],
  'DELETE /me/push-subscriptions/:id': [(who, of) => who.delete(`/me/push-subscriptions/${of.told}`)],
  'DELETE /me/identities/:id': [(who, of) => who.delete(`/me/identities/${of.identity}`)],
  // Named in the body or the query.
  'GET /attachments': [(who, of) => who.get(`/attachments?ids=${of.loose},${of.sent}`)],
  'POST /tickets': [(who, of) => who.post('/tickets', { ...request(), attachments: [of.loose] }), (who, of) => who.post('/tickets', { ...request(), attachments: [of.sent] })],
};
/** Addresses that know only the one who asks. */
const own: Record<string, Attempt> = {
  'GET /tickets': (who) => who.get('/tickets?q=Hers'),
  'GET /me/organisation': (who) => who.get('/me/organisation'),
  'GET /incidents': (who) => who.get('/incidents'),
  'PUT /incidents/:id/following': (who) => who.put(`/incidents/${incident}/following`, {}),
  'DELETE /incidents/:id/following': (who) => who.delete(`/incidents/${incident}/following`),
  'GET /me': (who) => who.get('/me'),
  'PATCH /me': (who) => who.patch('/me', { theme: 'dark' }),
  'GET /notifications': (who) => who.get('/notifications'),
  // What is another's, or nobody's, is left alone without a word.
  'POST /notifications/readings': (who) => who.post('/notifications/readings', { ticket: hers.reference }),
  'GET /me/notification-choices': (who) => who.get('/me/notification-choices'),
  'PUT /me/notification-choices': (who) => who.put('/me/notification-choices', silence),
  'POST /me/notification-feed': (who) => who.post('/me/notification-feed'),
  'DELETE /me/notification-feed': (who) => who.delete('/me/notification-feed'),
  'GET /dashboard': (who) => who.get('/dashboard'),
  'GET /me/push-subscriptions': (who) => who.get('/me/push-subscriptions'),
  'POST /me/push-subscriptions': (who) => who.post('/me/push-subscriptions', browserOf('his')),
  'GET /me/limits': (who) => who.get('/me/limits'),
  'GET /me/identities': (who) => who.get('/me/identities'),
  'GET /me/sessions': (who) => who.get('/me/sessions'),
  'DELETE /me/sessions': (who) => who.delete('/me/sessions'),
  'GET /me/security': (who) => who.get('/me/security'),
  'GET /me/verification': (who) => who.get('/me/verification'),
  'POST /me/verification': (who) => who.post('/me/verification', { password: 'Portal-demo-2026' }),
  'POST /me/verification/passkey-options': (who) => who.post('/me/verification/passkey-options'),
  'POST /me/authenticator': (who) => who.post('/me/authenticator'),
  'GET /me/authenticator': (who) => who.get('/me/authenticator'),
  'POST /me/passkeys/options': (who) => who.post('/me/passkeys/options'),
  'GET /me/recovery-codes': (who) => who.get('/me/recovery-codes'),
  'POST /me/recovery-codes/receipt': (who) => who.post('/me/recovery-codes/receipt'),
  'GET /me/erasure': (who) => who.get('/me/erasure'),
  'POST /me/erasure': (who) => who.post('/me/erasure', { password: demoPassword }),
  'DELETE /me/erasure': (who) => who.delete('/me/erasure'),
  'GET /me/exports': (who) => who.get('/me/exports'),
  'POST /me/exports': (who) => who.post('/me/exports'),
  'POST /attachments': (who) => who.upload('his.png', new Uint8Array(smallPng)),
  'POST /tickets/checks': (who) => who.post('/tickets/checks', request()),
};
/** Addresses that answer everybody. Drafts have a file of their own (drafts.test.ts), articles, previews, suggestions, written answers, shared requests, feeds, ended mails, mailed ratings, providers, live chats and mail that comes in too (unseen-articles, article-previews, suggestions, written-answers, share-links, notification-choices, life-of-a-request, providers, chats, inbound-mail/ways-in). */
const open = [
  'GET /appearance',
  'GET /chats',
  'GET /chats/:key',
  'POST /chats',
  'POST /chats/:key/closure',
  'POST /chats/:key/departure',
  'POST /chats/:key/messages',
  'POST /chats/:key/readings',
  'POST /chats/:key/transcript',
  'PUT /chats/:key/rating',
  'GET /auth/mfa-verification',
  'GET /categories', 'GET /frame',
  'GET /knowledge',
  'GET /knowledge/answers/:id',
  'GET /knowledge/articles/:slug',
  'GET /knowledge/categories/:slug',
  'GET /knowledge/faq',
  'GET /knowledge/previews/:token',
  'GET /knowledge/search',
  'GET /knowledge/sitemap',
  'GET /knowledge/suggestions/:id',
  'GET /mailbox',
  'GET /notifications/feeds/:token', 'GET /openapi.json',
  'GET /notifications/leavings/:token',
  'GET /ratings/:token',
  'GET /shared/:token',
  'GET /shared/:token/attachments/:id',
  'GET /auth/address-proof',
  'POST /auth/address-proof',
  'POST /auth/address-proof/mails',
  'POST /auth/email-confirmation',
  'POST /auth/login',
  'POST /auth/logout',
  'POST /auth/mfa-verification',
  'POST /auth/mfa-verification/passkey-options',
  'POST /auth/passkey-login',
  'POST /auth/passkey-options',
  'POST /auth/password-reset',
  'POST /auth/password-reset-request',
  'POST /auth/providers/:provider/returns',
  'POST /auth/providers/:provider/visits',
  'POST /auth/refresh',
  'POST /auth/register',
  'POST /csp-reports',
  'POST /erasure-confirmations',
  'POST /inbound-mail',
  'POST /knowledge/answers',
  'POST /knowledge/openings',
  'POST /knowledge/suggestions',
  'POST /notifications/leavings/:token',
  'PUT /knowledge/articles/:slug/feedback',
  'PUT /knowledge/suggestions/:id/outcome',
  'PUT /ratings/:token',
];
/** The changes of the own second factors name nobody: two-factor-account.test.ts and two-factor-passkeys.test.ts try them, attacks/doors.test.ts the mailed proof. */
const ownFactors = ['DELETE /me/authenticator', 'POST /me/authenticator/confirmation', 'POST /me/passkeys', 'POST /me/password', 'POST /me/recovery-codes', 'POST /me/verification/mails'];
// Neither tokens nor providers are configured here: 404 for everybody. With them, tokens.test.ts and providers.test.ts try it.
const unconfigured = ['POST /me/app-tokens', 'POST /me/identities/:provider/visits'];
const drafts = ['DELETE /drafts/:purpose', 'GET /drafts/:purpose', 'PUT /drafts/:purpose'];
const attempts: [string, Attempt][] = [...Object.entries(named).flatMap(([route, all]) => all.map((attempt): [string, Attempt] => [route, attempt])), ...Object.entries(own)];

test('every address of the API is tried here: a new one needs its stranger', () => {
  expect(routesBelow(desk, '/api/portal')).toEqual([...Object.keys(named), ...Object.keys(own), ...open, ...unconfigured, ...drafts, ...ownFactors].sort());
});

describe('Otto tries what is Cora’s', () => {
  test.each(Object.entries(named))('%s answers as for what never was', async (_route, all) => {
    for (const attempt of all) {
      const [found, missing] = [await attempt(otto, hers), await attempt(otto, nobodys)];
      expect([found.status, found.text]).toEqual([missing.status, missing.text]);
      expect([200, 400, 404]).toContain(found.status);
    }
  });

  test('and of addresses that name a thing he gets 404', async () => {
    for (const [route, all] of Object.entries(named).filter(([route]) => route.includes(':'))) {
      for (const attempt of all) expect([route, (await attempt(otto, hers)).status]).toEqual([route, 404]);
    }
    expect((await named['GET /attachments']?.[0]?.(otto, hers))?.data).toEqual([]);
  });

  test.each(Object.entries(own))('%s knows nothing of hers', async (_route, attempt) => {
    const { status, text } = await attempt(otto, hers);
    expect(status).toBeLessThan(300);
    for (const secret of [cora.customer.email, 'Cora', 'Hers alone', hers.reference, hers.loose, hers.sent]) expect(text).not.toContain(secret);
  });

  test('and nothing of hers has changed', async () => {
    const { data } = await cora.get<{ state: string; comments: { body: string; attachments: { id: string }[] }[] }>(`/tickets/${hers.reference}`);
    expect(data).toMatchObject({ state: 'pending', muted: false, comments: [{ body: 'Her words.' }, { body: 'With a file.', attachments: [{ id: hers.sent }] }, { body: 'An answer.', helpful: null }] });
    expect((await cora.get<unknown[]>(`/attachments?ids=${hers.loose}`)).data).toHaveLength(1);
    expect((await cora.get<{ id: string }[]>(`/tickets/${hers.reference}/share-links`)).data.map(({ id }) => id)).toEqual([hers.link]);
    expect((await cora.get(`/tickets/${hers.reference}`)).text).toContain('a.friend@example.com');
  });
});

describe('nobody signed in', () => {
  test.each(attempts)('gets 401 from %s', async (_route, attempt) => {
    const refused = await attempt(desk.visitor(), hers);
    expect(refused).toMatchObject({ status: 401, code: 'not_signed_in' });
    expect((await attempt(desk.visitor(), nobodys)).text).toBe(refused.text);
  });

  test('gets 401 with an admin’s token as well: agents use the desk', async () => {
    const authorization = `Bearer ${(await desk.agent('Ada')).token}`;
    for (const path of ['/tickets', `/tickets/${hers.reference}`, '/me']) expect((await desk.visitor().get(path, { authorization })).status).toBe(401);
  });
});

test('what everybody may ask for holds nothing of a customer', async () => {
  const { text } = await desk.visitor().get('/categories');
  expect(text).not.toMatch(/Cora|Hers|customer|requester/);
});

test('the mailbox is there only where no mail leaves the machine', async () => {
  expect((await desk.visitor().get('/mailbox')).status).toBe(200);
  desk.app.config.set('plugin::portal.mail.transport', 'email');
  try {
    expect(await cora.get('/mailbox')).toMatchObject({ status: 404, code: 'not_found' });
  } finally {
    desk.app.config.set('plugin::portal.mail.transport', 'mailbox');
  }
});
