import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { DeskTicketDetail } from '../../plugin/contracts/desk';
import type { AuditLine } from '../../plugin/contracts/settings';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let max: LoggedIn;
let reference: string;
beforeAll(async () => {
  desk = await bootDesk();
  [cora, ada, max] = [await desk.customer('Cora Bell'), await desk.agent('Ada'), await desk.agent('Max', ['audit.read', 'customers.manage', 'settings.read', 'settings.change'])];
  const category = await makeCategory(desk.app, { name: 'Something else' });
  reference = await sendRequest(desk.app, cora.customer, { category, subject: 'A request', body: 'Her words.', files: [{ name: 'hers.png', bytes: smallPng }] });
});
afterAll(() => desk?.stop());

const log = () => portal<{ settle(): Promise<void>; happened(author: object, occurrence: object): Promise<void> }>(desk.app, 'audit-log');
const entries = async (query: string): Promise<AuditLine[]> => {
  await log().settle();
  return (await max.get<AuditLine[]>(`/settings/audit-entries?${query}`)).data;
};
const next = async (query: string): Promise<number | null> => (JSON.parse((await max.get(`/settings/audit-entries?${query}`)).text) as { meta: { next: number | null } }).meta.next;

describe('who looked at Cora’s data is noted', () => {
  test('an agent’s look at her request, once an hour however often the page is read', async () => {
    for (let times = 0; times < 5; times += 1) await ada.get(`/tickets/${reference}`);
    await ada.post(`/tickets/${reference}/notes`, { body: 'Answered with the ticket.' });
    expect((await entries('kind=access')).map(({ who, what, action }) => [who, what, action])).toEqual([['Ada', `request ${reference}`, 'viewed']]);
    await desk.app.db.query('plugin::portal.audit-entry').updateMany({ where: { action: 'viewed' }, data: { onceKey: 'an hour ago' } });
    await ada.get(`/tickets/${reference}`);
    expect(await entries('kind=access')).toHaveLength(1);
  });

  test('a file that an agent fetched, and the page of a customer', async () => {
    const { data } = await ada.get<DeskTicketDetail>(`/tickets/${reference}`);
    await ada.get(`/attachments/${data.comments[0]!.attachments[0]!.id}`);
    await max.get(`/settings/customers/${cora.customer.customerId}`);
    expect((await entries('kind=access')).slice(0, 2).map(({ who, action }) => [who, action])).toEqual([['Max', 'viewed'], ['Ada', 'downloaded']]);
  });

  test('in her own archive she reads that support looked, not who', async () => {
    const rows = (await desk.app.db.query('plugin::portal.audit-entry').findMany({ where: { customerId: cora.customer.customerId, kind: 'access' } })) as unknown[];
    expect(rows).toHaveLength(3);
  });
});

describe('the list', () => {
  test('has changes of settings alone until something else is asked for', async () => {
    await max.put('/settings/policy', { changes: { 'limits.maxFilesPerMessage': 3 } });
    expect((await entries('')).map(({ kind }) => kind)).toEqual(['change', ...Array((await entries('')).length - 1).fill('change')]);
    expect(new Set((await entries('kind=all')).map(({ kind }) => kind))).toEqual(new Set(['change', 'access', 'sign_in']));
    expect((await entries('kind=sign_in')).map(({ what }) => what)).toEqual([`customer ${cora.customer.email}`]);
  });

  test('is narrowed by person and by days', async () => {
    expect((await entries('kind=all&person=ADA')).every(({ who }) => who === 'Ada')).toBe(true);
    expect((await entries('kind=all&person=cora.bell')).length).toBeGreaterThan(0);
    expect(await entries('kind=all&person=%25')).toEqual([]);
    await at(desk.app, new Date('2020-05-05T23:30:00Z'), () => log().happened({ id: null, name: 'portal' }, { kind: 'retention', what: 'long ago', action: 'forgotten' }));
    expect((await entries('kind=all&from=2020-05-05&to=2020-05-05')).map(({ what }) => what)).toEqual(['long ago']);
    expect(await entries('kind=all&from=2020-05-06&to=2020-05-06')).toEqual([]);
    for (const wrong of ['kind=none', 'from=yesterday', 'before=x', 'page=2']) expect((await max.get(`/settings/audit-entries?${wrong}`)).status).toBe(400);
  });

  test('goes on where it ended, whatever is added meanwhile', async () => {
    const first = await entries('kind=all&pageSize=2');
    const before = await next('kind=all&pageSize=2');
    expect(before).toBe(first.at(-1)?.id);
    await desk.visitor().post('/auth/login', { email: cora.customer.email, password: 'not hers at all' });
    const second = await entries(`kind=all&pageSize=2&before=${before}`);
    expect(second.every(({ id }) => id < first.at(-1)!.id)).toBe(true);
  });

  test('comes as a file that no spreadsheet runs, and says that it was taken', async () => {
    await log().happened({ id: null, name: '=HYPERLINK("https://evil.example")' }, { kind: 'access', what: '+1', action: 'viewed', facts: { quoted: 'a "word"' } });
    const answer = await max.fetch('GET', '/settings/audit-entries/file?kind=access');
    const text = await answer.text();
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="changes.csv"']);
    expect(text.split('\r\n')[0]).toBe('"id","time","kind","action","who","what","before","after"');
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")","'+1"`);
    expect(text.split('\r\n').slice(1).filter(Boolean).every((line) => line.includes('"access"'))).toBe(true);
    expect((await entries('kind=access'))[0]).toMatchObject({ who: 'Max', action: 'listed', what: 'changes' });
  });

  test('is for those who have the right', async () => {
    for (const path of ['/settings/audit-entries', '/settings/audit-entries/file']) expect((await ada.get(path)).status).toBe(403);
  });
});
