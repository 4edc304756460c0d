import { makeAgent, type Agent } from '../../database/seeds/builders/people';
import { makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { ShownChoices } from '../../plugin/contracts/notifications';
import type { PushBrowsers } from '../../plugin/contracts/push';
import { configure } from '../support/configured';
import { startPushService, vapidOf, type PushReceiver, type PushService } from '../support/push-service';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(120_000);
let desk: Desk;
let service: PushService;
let cora: SignedIn;
let otto: SignedIn;
let ada: Agent;
let category: string;
beforeAll(async () => {
  service = await startPushService();
  desk = await bootDesk({ PORTAL_PUSH_ANY_ADDRESS: 'true' });
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(async () => {
  await desk?.stop();
  await service?.stop();
});

const opened = (who: SignedIn, subject = 'My lamp blinks') => sendRequest(desk.app, who.customer, { category, subject, body: 'Her words.' });
const queue = () => portal<{ sendDue(): Promise<void> }>(desk.app, 'push-queue');
const sent = async (): Promise<void> => {
  await desk.settle();
  await queue().sendDue();
};
const allow = async (who: SignedIn, more: { withText?: boolean } = {}): Promise<PushReceiver> => {
  const browser = service.browser();
  const { status, text } = await who.post<PushBrowsers>('/me/push-subscriptions', { ...browser.subscription, ...more });
  expect([status, text]).toEqual([201, expect.stringContaining('"current":true')]);
  return browser;
};
const browsersOf = async (who: SignedIn): Promise<PushBrowsers['browsers']> => (await who.get<PushBrowsers>('/me/push-subscriptions')).data.browsers;
const answered = async (who: SignedIn, body = 'Is it the **red** light?'): Promise<string> => {
  const reference = await opened(who);
  await replyAsAgent(desk.app, ada, reference, body);
  await sent();
  return reference;
};

describe('Cora’s browser', () => {
  test('tells her who answered and where, sealed for it alone, and nothing of what was written', async () => {
    const browser = await allow(cora);
    const reference = await answered(cora);
    expect(browser.received.map(({ message }) => message)).toEqual([{ kind: 'reply', language: 'en', title: 'Ada Okafor answered', body: `${reference} · My lamp blinks`, path: `/support/requests/${reference}`, tag: reference, unread: 1 }]);
    const { headers, sealed } = browser.received[0]!;
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'normal', topic: expect.stringMatching(/^[\w-]{32}$/) as string });
    expect(sealed.toString('latin1')).not.toMatch(/Ada|lamp|support/);
    const { publicKey } = (await cora.get<PushBrowsers>('/me/push-subscriptions')).data;
    expect(vapidOf(headers.authorization)).toMatchObject({ aud: service.origin, sub: 'mailto:support@localhost', key: publicKey });
  });

  test('shows how a message begins once she wishes that', async () => {
    const [{ id } = { id: '' }] = await browsersOf(cora);
    expect((await cora.put<PushBrowsers>(`/me/push-subscriptions/${id}`, { withText: true })).data.browsers).toMatchObject([{ withText: true }]);
    const browser = await allow(cora, { withText: true });
    const reference = await answered(cora, 'Is it the **red** light? See [this](https://example.com/long).');
    expect(browser.received[0]?.message.body).toBe(`${reference} · My lamp blinks\nIs it the red light? See this.`);
    // A session is one browser: the address before is forgotten.
    expect(await browsersOf(cora)).toHaveLength(1);
  });

  test('tells nothing of a request that she muted, of what she did herself, or of kinds that she does not want', async () => {
    const browser = await allow(cora);
    const reference = await opened(cora);
    await cora.put(`/tickets/${reference}/mute`, {});
    await replyAsAgent(desk.app, ada, reference, 'Unheard.');
    await cora.post(`/tickets/${await opened(cora)}/comments`, { body: 'My own words.' });
    const { choices } = (await cora.get<ShownChoices>('/me/notification-choices')).data;
    expect([choices.reply, choices.received]).toEqual([['page', 'mail', 'push'], ['mail']]);
    await cora.put('/me/notification-choices', { choices: { ...choices, reply: ['page'] }, quietFrom: null, quietUntil: null, digestHour: 8 });
    await answered(cora);
    await cora.put('/me/notification-choices', { choices, quietFrom: null, quietUntil: null, digestHour: 8 });
    expect(browser.received).toEqual([]);
  });

  test('waits for the end of her quiet hours', async () => {
    const browser = await allow(cora);
    const { choices } = (await cora.get<ShownChoices>('/me/notification-choices')).data;
    const quiet = (from: string | null, until: string | null) => cora.put('/me/notification-choices', { choices, quietFrom: from, quietUntil: until, digestHour: 8 });
    await quiet('00:00', '23:59');
    await answered(cora);
    expect(browser.received).toEqual([]);
    await at(desk.app, new Date(Date.now() + 86_400_000), () => queue().sendDue());
    expect(browser.received).toHaveLength(1);
    await quiet(null, null);
  });
});

describe('what services answer', () => {
  test('a busy one is asked again, later; one that does not know the browser any more is not', async () => {
    const browser = await allow(cora);
    browser.answers(503, { 'retry-after': '120' });
    await answered(cora);
    browser.answers(201);
    await queue().sendDue();
    expect(browser.received).toEqual([]);
    await at(desk.app, new Date(Date.now() + 121_000), () => queue().sendDue());
    expect(browser.received).toHaveLength(1);
    for (const gone of [404, 410]) {
      (await allow(cora)).answers(gone);
      await answered(cora);
      expect(await browsersOf(cora)).toEqual([]);
    }
  });

  test('what was refused is not sent again, and what was told twice is sent once', async () => {
    const browser = await allow(cora);
    browser.answers(400);
    await answered(cora);
    browser.answers(201);
    await at(desk.app, new Date(Date.now() + 3_600_000), () => queue().sendDue());
    expect(browser.received).toEqual([]);
    expect(await browsersOf(cora)).toHaveLength(1);
    const outbox = desk.app.db.query('plugin::portal.outbox');
    await answered(cora);
    await outbox.updateMany({ where: { type: 'comment.added' }, data: { deliveredAt: null, doneBy: null } }).catch(() => undefined);
    await sent();
    expect(browser.received).toHaveLength(1);
  });
});

describe('a browser is told', () => {
  test('no longer than somebody is signed in there, whichever way it ends', async () => {
    const phone = await desk.signIn(otto.customer);
    const [onPhone, atHome] = [await allow(phone), await allow(otto)];
    expect((await browsersOf(otto)).map(({ current }) => current)).toEqual([true, false]);
    await phone.post('/auth/logout');
    await answered(otto);
    expect([onPhone.received.length, atHome.received.length]).toEqual([0, 1]);
    expect(await browsersOf(otto)).toHaveLength(1);
  });

  test('by whoever signed in there last', async () => {
    const browser = await allow(otto);
    expect((await cora.post('/me/push-subscriptions', browser.subscription)).status).toBe(201);
    await answered(otto);
    expect(browser.received).toEqual([]);
    expect(await browsersOf(otto)).toEqual([]);
  });

  test('at most ten of one customer’s', async () => {
    const answers = [];
    // One after the other: many who try one account at once are slowed down.
    for (let n = 0; n < 11; n += 1) answers.push((await (await desk.signIn(otto.customer)).post('/me/push-subscriptions', service.browser().subscription)).code);
    expect(answers.map((code) => code ?? 'ok')).toEqual([...Array.from({ length: 10 }, () => 'ok'), 'limit_reached']);
    for (const { id } of await browsersOf(otto)) expect((await otto.delete(`/me/push-subscriptions/${id}`)).status).toBe(200);
  });

  test('only at an address of the public internet, over https, with keys that can be used', async () => {
    await configure(desk, 'push.anyAddress', false);
    const { keys } = service.browser().subscription;
    const refused = async (body: unknown): Promise<boolean> => (await cora.post('/me/push-subscriptions', body)).code === 'validation_failed';
    const inside = ['http://push.example.com/x', 'https://127.0.0.1/x', 'https://10.1.2.3/x', 'https://192.168.0.1/x', 'https://169.254.169.254/latest', 'https://[::1]/x', 'https://[fd00::1]/x', 'https://[::ffff:10.0.0.1]/x', 'https://0x7f000001/x', 'https://localhost/x', 'https://db.internal/x', 'https://push.example.com:8443/x', 'https://me:secret@push.example.com/x'];
    for (const endpoint of inside) expect([endpoint, await refused({ endpoint, keys })]).toEqual([endpoint, true]);
    const endpoint = 'https://push.example.com/x';
    for (const wrong of [{ ...keys, p256dh: Buffer.alloc(65, 4).toString('base64url') }, { ...keys, auth: 'short' }]) expect(await refused({ endpoint, keys: wrong })).toBe(true);
    await configure(desk, 'push.anyAddress', true);
  });
});
