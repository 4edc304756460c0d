import { makeAgent } from '../../database/seeds/builders/people';
import { makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { mailsTo } from '../support/mailbox';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let reference: string;
const inbox = 'support@northwind.example';
const inboundSecret = 'a secret that nobody guesses';
const [before, after] = ['ADMIN_JWT_SECRET of a desk that lives for one test', 'another one that was made afterwards'];
/** What was mailed and kept while the first secret held. */
const made = { leave: '', feed: '', reply: '', rating: '', shared: '' };

beforeAll(async () => {
  desk = await bootDesk({ PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: inboundSecret, PORTAL_INBOUND_VERIFY: 'false' });
  cora = await desk.customer('Cora Bell');
  const category = await makeCategory(desk.app, { name: 'Something else' });
  reference = await sendRequest(desk.app, cora.customer, { category, subject: 'Before', body: 'Words.' });
  await replyAsAgent(desk.app, await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com'), reference, 'An answer.');
  const mail = (await mailsTo(desk, cora.customer.email)).find(({ headers }) => headers['Reply-To']);
  made.leave = /unsubscribe\/([\w-]+)>/.exec(mail?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  made.reply = mail?.headers['Reply-To'] ?? '';
  made.feed = (await cora.post<{ feed: string }>('/me/notification-feed')).data.feed;
  made.shared = (await cora.post<{ token: string }>(`/tickets/${reference}/share-links`, { days: 7 })).data.token;
});
afterAll(() => desk?.stop());

const rotate = (earlier: string[] | null): void => {
  desk.app.config.set('admin.auth.secret', after);
  desk.app.config.set('plugin::portal.security.earlierSecrets', earlier);
};
const answerByMail = async (words: string): Promise<string> => {
  const mail = ['From: Cora Bell <cora.bell@example.com>', `To: ${made.reply}`, 'Subject: Re: Before', `Message-ID: <${words.replace(/\W/g, '')}@example.com>`, '', words].join('\r\n');
  await desk.visitor().send('POST', '/inbound-mail', mail, { authorization: `Bearer ${inboundSecret}`, 'content-type': 'message/rfc822' });
  await (desk.app.plugin('portal').service('mail-runner') as { runDue(): Promise<unknown> }).runDue();
  return (await cora.get<{ comments: { body: string }[] }>(`/tickets/${reference}`)).data.comments.map(({ body }) => body).join(' ');
};
const statuses = async (): Promise<number[]> => [(await desk.visitor().get(`/notifications/feeds/${made.feed}`)).status, (await desk.visitor().get(`/notifications/leavings/${made.leave}`)).status];

test('all that was mailed opens while its secret holds', async () => {
  expect(made.reply).toMatch(/^support\+r[0-9a-f]+@/);
  expect(await statuses()).toEqual([200, 200]);
});

test('with a new secret and the old one among the earlier ones it still does', async () => {
  rotate([before]);
  expect(await statuses()).toEqual([200, 200]);
  expect(await answerByMail('Sent after the rotation')).toContain('Sent after the rotation');
});

test('what is mailed from then on is sealed with the new one', async () => {
  await cora.delete('/me/notification-feed');
  const { feed } = (await cora.post<{ feed: string }>('/me/notification-feed')).data;
  rotate(null);
  expect((await desk.visitor().get(`/notifications/feeds/${feed}`)).status).toBe(200);
});

test('without it the mailed links end, and sessions, links to share and passwords do not', async () => {
  rotate(null);
  expect(await statuses()).toEqual([404, 404]);
  expect((await cora.get('/me')).status).toBe(200);
  expect((await desk.visitor().get(`/shared/${made.shared}`)).status).toBe(200);
  expect((await (await desk.signIn(cora.customer)).get('/me')).status).toBe(200);
});

test('a browser that was known stays known through a rotation that keeps the old secret', async () => {
  const name = 'portal_browser';
  const cookie = cora.cookies.get(name) ?? '';
  rotate([before]);
  const attempt = () => cora.post('/auth/login', { email: cora.customer.email, password: 'not this one, surely' });
  // Strangers have five tries, a known browser ten.
  for (let tries = 0; tries < 7; tries += 1) expect((await attempt()).status).toBe(401);
  expect(cora.cookies.get(name)).toBe(cookie);
});
