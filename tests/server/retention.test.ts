import { closeRequest, makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { DeskTicketDetail } from '../../plugin/contracts/desk';
import type { AuditLine } from '../../plugin/contracts/settings';
import { handIn, inboundMail } from '../support/handed-in';
import { placesOf } from '../support/every-word';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let max: LoggedIn;
let closed: string;
let open: string;
beforeAll(async () => {
  desk = await bootDesk(inboundMail);
  [cora, max] = [await desk.customer('Cora Bell'), await desk.agent('Max', ['settings.read', 'settings.change', 'audit.read', 'tickets.read'])];
  const category = await makeCategory(desk.app, { name: 'Something else' });
  const send = (subject: string) => sendRequest(desk.app, cora.customer, { category, subject, body: `${subject} words`, files: [{ name: `${subject}.png`, bytes: smallPng }] });
  [closed, open] = [await send('heronclosed'), await send('heronopen')];
  await replyAsAgent(desk.app, max.agent, closed, 'heronanswer');
  await closeRequest(desk.app, cora.customer, closed);
  await handIn(desk, cora.customer.email, 'Mailed', 'heronmail\r\n');
  await cora.get('/knowledge/search?q=heronsearch');
  await desk.settle();
});
afterAll(() => desk?.stop());

const everywhere = async (word: RegExp): Promise<string[]> => (await placesOf(desk.app, desk.dataDirectory, word)).filter((place) => !/portal\.db|portal_ticket_words/.test(place));
const retain = (changes: object) => max.put('/settings/policy', { changes });
const inDays = (days: number): Promise<void> => at(desk.app, new Date(Date.now() + days * 86_400_000), () => portal<{ runDaily(): Promise<void> }>(desk.app, 'retention').runDaily());
const told = async (): Promise<AuditLine[]> => (await max.get<AuditLine[]>('/settings/audit-entries?kind=retention')).data;

test('within their days, nothing is forgotten; that it was looked at is noted once a day', async () => {
  await inDays(0);
  await inDays(0);
  expect((await told()).map(({ action, after }) => [action, after])).toEqual([['forgotten', {}]]);
  for (const word of [/heronmail/, /heronclosed/, /heronopen/, /heronsearch/]) expect((await everywhere(word)).length).toBeGreaterThan(0);
});

test('0 keeps for ever', async () => {
  await retain({ 'retention.receivedMailDays': 0, 'retention.sentMailDays': 0, 'retention.searchDays': 0, 'retention.auditDays': 0 });
  await inDays(3000);
  expect((await told())[0]?.after).not.toHaveProperty('receivedMails');
  expect((await everywhere(/heronsearch/)).length).toBeGreaterThan(0);
  expect((await everywhere(/heronmail/)).length).toBeGreaterThan(1);
});

test('received mails go after their days, the messages made of them stay', async () => {
  await retain({ 'retention.receivedMailDays': 90, 'retention.sentMailDays': 90, 'retention.searchDays': 180 });
  const before = (await everywhere(/heronmail/)).filter((place) => place.startsWith(desk.dataDirectory));
  expect(before).toHaveLength(1);
  await inDays(91);
  expect((await everywhere(/heronmail/)).filter((place) => place.startsWith(desk.dataDirectory))).toEqual([]);
  expect((await everywhere(/heronmail/)).some((place) => place.startsWith('portal_comments.body'))).toBe(true);
  expect((await told()).find(({ after }) => 'receivedMails' in after)?.after).toMatchObject({ receivedMails: 1, sentMails: expect.any(Number) as number });
  expect((await everywhere(/heronsearch/)).length).toBeGreaterThan(0);
  await inDays(181);
  expect(await everywhere(/heronsearch/)).toEqual([]);
});

test('words and files of closed requests go where that is set, open ones stay', async () => {
  await inDays(400);
  expect((await everywhere(/heronclosed/)).length).toBeGreaterThan(0);
  await retain({ 'retention.closedTicketDays': 365 });
  await inDays(401);
  expect(await everywhere(/heronclosed|heronanswer/)).toEqual([]);
  expect((await everywhere(/heronopen/)).length).toBeGreaterThan(0);
  const { data } = await max.get<DeskTicketDetail>(`/tickets/${closed}`);
  expect(data).toMatchObject({ subject: 'Erased request', state: 'closed', category: { name: 'Something else' }, requester: { name: 'Cora Bell' } });
  expect(data.comments.map(({ attachments }) => attachments)).toEqual([[], []]);
});

test('the log forgets itself, too', async () => {
  await retain({ 'retention.auditDays': 730 });
  await inDays(5000);
  expect(await told()).toHaveLength(1);
});
