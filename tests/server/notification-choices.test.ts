import { makeAgent, type Agent } from '../../database/seeds/builders/people';
import { makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { NotificationChoices, NotificationLine, ShownChoices } from '../../plugin/contracts/notifications';
import { notificationKinds } from '../../plugin/contracts/notifications';
import type { Me } from '../../plugin/contracts/accounts';
import { mailsTo } from '../support/mailbox';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: Agent;
let category: string;
beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const opened = (subject: string, who = cora) => sendRequest(desk.app, who.customer, { category, subject, body: 'Her words.' });
const told = async (who = cora): Promise<NotificationLine[]> => {
  await desk.settle();
  return (await who.get<NotificationLine[]>('/notifications')).data;
};
const unread = async (who = cora): Promise<number> => (await who.get<Me>('/me')).data.unread;
const readAll = async (who = cora): Promise<void> => {
  const [newest] = await told(who);
  if (newest) await who.post('/notifications/readings', { upTo: newest.id });
};
const events = () => portal<{ deliverDue(): Promise<void> }>(desk.app, 'events');

const everything = (channels: ('page' | 'mail' | 'digest')[]): NotificationChoices['choices'] =>
  Object.fromEntries(notificationKinds.map((kind) => [kind, kind === 'received' ? channels.filter((each) => each === 'mail') : channels])) as NotificationChoices['choices'];
const choose = (choices: NotificationChoices['choices'], more: Partial<NotificationChoices> = {}, who = cora) =>
  who.put<ShownChoices>('/me/notification-choices', { choices, quietFrom: null, quietUntil: null, digestHour: 8, ...more });
const newestMail = async () => ((await desk.app.db.query('plugin::portal.mail').findMany({ orderBy: { id: 'desc' }, limit: 1 })) as unknown as { availableAt: string; subject: string }[])[0]!;

describe('what Cora chooses', () => {
  test('is the policy’s until she says something; what her segment’s policy says then holds', async () => {
    const { data } = await otto.get<ShownChoices>('/me/notification-choices');
    expect(data.choices).toEqual({ received: ['mail'], reply: ['page', 'mail'], message: ['page', 'mail'], solved: ['page', 'mail'], added: ['page', 'mail'], incident: ['page', 'mail'] });
    const zoe = await desk.agent('Zoe', ['settings.read', 'settings.change']);
    expect((await zoe.put('/settings/policy', { changes: { 'notifications.mail': ['received'] } })).status).toBe(200);
    expect((await otto.get<ShownChoices>('/me/notification-choices')).data.choices.reply).toEqual(['page']);
    await zoe.put('/settings/policy', { changes: { 'notifications.mail': null } });
  });

  test('nothing: then nothing comes, and her requests are as before', async () => {
    await readAll();
    expect((await choose(everything([]))).data.choices.reply).toEqual([]);
    const mails = (await mailsTo(desk, cora.customer.email)).length;
    const reference = await opened('Silence');
    await replyAsAgent(desk.app, ada, reference, 'Into the silence.');
    await desk.settle();
    expect([await unread(), (await mailsTo(desk, cora.customer.email)).length]).toEqual([0, mails]);
    expect((await cora.get<{ comments: unknown[] }>(`/tickets/${reference}`)).data.comments).toHaveLength(2);
  });

  test('quiet hours: mails wait for their end on her clock; that her request arrived comes at once', async () => {
    await cora.patch('/me', { timeZone: 'Asia/Tokyo' });
    await choose(everything(['mail']), { quietFrom: '22:00', quietUntil: '07:00' });
    // 23:30 in Tokyo.
    const night = new Date('2027-03-01T14:30:00Z');
    const reference = await at(desk.app, night, () => opened('At night'));
    await at(desk.app, night, () => events().deliverDue());
    expect(new Date((await newestMail()).availableAt)).toEqual(night);
    await at(desk.app, night, () => replyAsAgent(desk.app, ada, reference, 'Late.'));
    await at(desk.app, night, () => events().deliverDue());
    expect(new Date((await newestMail()).availableAt)).toEqual(new Date('2027-03-01T22:00:00Z'));
    await cora.patch('/me', { timeZone: 'Europe/London' });
  });

  test('one mail a day: with what she has not read yet, once, and its own way out', async () => {
    await choose(everything(['page', 'digest']), { digestHour: 7 });
    await readAll();
    const digests = portal<{ sendDue(): Promise<void> }>(desk.app, 'digests');
    const evening = new Date('2027-06-01T18:00:00Z');
    const [seen, unseen] = await at(desk.app, evening, async () => [await opened('Seen'), await opened('Unseen')]);
    for (const reference of [seen, unseen]) await at(desk.app, evening, () => replyAsAgent(desk.app, ada, reference!, 'An answer.'));
    await at(desk.app, evening, () => events().deliverDue());
    await cora.post('/notifications/readings', { ticket: seen });
    const before = (await mailsTo(desk, cora.customer.email)).length;
    await at(desk.app, new Date('2027-06-02T05:59:00Z'), () => digests.sendDue());
    expect((await mailsTo(desk, cora.customer.email)).length).toBe(before);
    // 07:00 in London, where it is summer.
    await Promise.all([1, 2].map(() => at(desk.app, new Date('2027-06-02T06:00:00Z'), () => digests.sendDue())));
    await at(desk.app, new Date('2027-06-03T06:00:00Z'), () => digests.sendDue());
    const [digest, ...others] = await mailsTo(desk, cora.customer.email);
    expect(others).toHaveLength(before);
    expect(digest?.text).toContain(`${unseen} Unseen: Ada Okafor answered`);
    expect(digest?.text).not.toContain('Seen:');
    expect(digest?.headers['List-Unsubscribe']).toMatch(/-digest-/);
  });

  test.each([
    [{ quietFrom: '22:00' }, 'quietUntil'],
    [{ quietFrom: '22:00', quietUntil: '22:00' }, 'quietUntil'],
    [{ quietFrom: '25:00', quietUntil: '07:00' }, 'quietFrom'],
    [{ digestHour: 24 }, 'digestHour'],
    [{ choices: { reply: ['pigeon'] } }, 'choices.reply.0'],
  ])('%j is refused by the field that is wrong', async (wrong, path) => {
    const answer = await choose(everything(['mail']), wrong as Partial<NotificationChoices>);
    expect(answer).toMatchObject({ status: 400, code: 'validation_failed' });
    expect(answer.text).toContain(`"path":"${path}"`);
  });
});

describe('the way out of mails', () => {
  const tokenIn = async (who = otto): Promise<string> => /unsubscribe\/([\w-]+)>/.exec((await mailsTo(desk, who.customer.email))[0]?.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';

  test('ends mails of that kind alone, for that customer alone, without a login; opening it ends nothing', async () => {
    const reference = await opened('Otto asks', otto);
    await replyAsAgent(desk.app, ada, reference, 'An answer.');
    const token = await tokenIn();
    const stranger = desk.visitor();
    expect((await stranger.get(`/notifications/leavings/${token}`)).data).toEqual({ kind: 'reply', ended: false });
    expect((await otto.get<ShownChoices>('/me/notification-choices')).data.choices.reply).toContain('mail');
    expect((await stranger.post(`/notifications/leavings/${token}`)).data).toEqual({ kind: 'reply', ended: true });
    expect((await stranger.post(`/notifications/leavings/${token}`)).status).toBe(200);
    const { choices } = (await otto.get<ShownChoices>('/me/notification-choices')).data;
    expect([choices.reply, choices.solved]).toEqual([['page'], ['page', 'mail']]);
    const mails = (await mailsTo(desk, otto.customer.email)).length;
    await replyAsAgent(desk.app, ada, reference, 'Not mailed.');
    expect((await mailsTo(desk, otto.customer.email)).length).toBe(mails);
  });

  test('cannot be made for somebody else', async () => {
    const token = await tokenIn();
    const forged = [token.replace(/^\d+/, String(cora.customer.customerId)), token.replace('-reply-', '-solved-'), `${token}0`, '1-reply-00', '%00', 'x'.repeat(300)];
    for (const each of forged) expect((await desk.visitor().post(`/notifications/leavings/${each}`)).status).toBe(404);
  });
});

describe('the feed', () => {
  test('shows what its owner was told to whoever has the address, until it is taken back or made anew', async () => {
    const { data } = await cora.post<{ feed: string }>('/me/notification-feed');
    const feed = (token: string) => desk.visitor().get<{ items: NotificationLine[] }>(`/notifications/feeds/${token}`);
    expect((await feed(data.feed)).data.items.map(({ id }) => id)).toEqual((await told()).slice(0, 30).map(({ id }) => id));
    const renewed = (await cora.post<{ feed: string }>('/me/notification-feed')).data.feed;
    expect([(await feed(data.feed)).status, (await feed(renewed)).status]).toEqual([404, 200]);
    expect((await cora.get<ShownChoices>('/me/notification-choices')).data.feed).toBe(renewed);
    for (const forged of [renewed.replace(/^\d+/, String(otto.customer.customerId)), renewed.slice(0, -1), '0-0']) expect((await feed(forged)).status).toBe(404);
    await cora.delete('/me/notification-feed');
    expect((await feed(renewed)).status).toBe(404);
  });

  test('opens nothing of somebody who may not come in any more', async () => {
    const { data } = await otto.post<{ feed: string }>('/me/notification-feed');
    const max = await desk.agent('Max', ['customers.manage']);
    await max.put(`/settings/customers/${otto.customer.customerId}`, { portalAccess: false });
    expect((await desk.visitor().get(`/notifications/feeds/${data.feed}`)).status).toBe(404);
  });
});
