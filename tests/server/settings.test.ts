import { makeCustomer } from '../../database/seeds/builders/people';
import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import type { Me } from '../../plugin/contracts/accounts';
import type { PolicyKey } from '../../plugin/contracts/policy';
import type { AuditLine, CustomerLine, CustomerSettings, InstallationSettings, OrganisationLine, PolicyLine, SegmentList, SegmentSettings } from '../../plugin/contracts/settings';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(120_000);
let desk: Desk;
let max: LoggedIn;
let cora: SignedIn;
let otto: SignedIn;
let category: string;
const smallZip = new Uint8Array([0x50, 0x4b, 5, 6, ...Array.from({ length: 18 }, () => 0)]);

beforeAll(async () => {
  desk = await bootDesk({ PORTAL_LOCKED: 'limits.reopenWindowDays', PORTAL_SEGMENTS: JSON.stringify({ house: { title: 'In-house', domains: ['house.example'], features: { fileUploads: false }, limits: { reopenWindowDays: 90 } } }) });
  max = await desk.agent('Max', ['settings.read', 'settings.change', 'customers.manage', 'audit.read']);
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const policyOf = async (who: SignedIn) => (await who.get<Me>('/me')).data.policy;
const segments = async () => (await max.get<SegmentList>('/settings/segments')).data;
const line = (lines: PolicyLine[], key: PolicyKey): PolicyLine => lines.find((each) => each.key === key)!;
const setForAll = (changes: object) => max.put<InstallationSettings>('/settings/policy', { changes });
const customer = async (words: string): Promise<CustomerLine> => (await max.get<CustomerLine[]>(`/settings/customers?q=${encodeURIComponent(words)}`)).data[0]!;
const place = async (words: string, change: object) => max.put<CustomerLine>(`/settings/customers/${(await customer(words)).id}`, change);

describe('what an admin sets for all', () => {
  test('holds at once, for customers too, and says where it comes from', async () => {
    const before = (await max.get<InstallationSettings>('/settings/policy')).data;
    expect(line(before.lines, 'limits.maxFilesPerMessage')).toMatchObject({ value: 10, source: { from: 'default' }, overridden: false });
    const { data } = await setForAll({ 'limits.maxFilesPerMessage': 2, 'theme.logoText': 'Our desk' });
    expect(line(data.lines, 'limits.maxFilesPerMessage')).toMatchObject({ value: 2, source: { from: 'settings' }, inherited: 10, overridden: true });
    expect((await policyOf(cora)).limits.maxFilesPerMessage).toBe(2);
    expect((await policyOf(cora)).theme).toEqual({ mode: 'auto', name: 'Our desk', palette: null });
  });

  test('is taken back with null', async () => {
    const { data } = await setForAll({ 'limits.maxFilesPerMessage': null, 'theme.logoText': null });
    expect(line(data.lines, 'limits.maxFilesPerMessage')).toMatchObject({ value: 10, overridden: false });
  });

  test('is refused where the file keeps the key, where nothing is behind it, and where nobody can read it', async () => {
    const refused = async (changes: object) => (await setForAll(changes)).error?.details.errors ?? [];
    expect(await refused({ 'limits.reopenWindowDays': 3 })).toMatchObject([{ path: 'changes.limits.reopenWindowDays', rule: 'not_allowed' }]);
    expect(await refused({ 'features.writtenAnswers': true })).toMatchObject([{ path: 'changes.features.writtenAnswers', rule: 'not_allowed' }]);
    expect(await refused({ 'features.teleport': true })).toMatchObject([{ path: 'changes.features.teleport', rule: 'unknown' }]);
    expect(await refused({ 'limits.allowedFileTypes': ['exe'] })).toMatchObject([{ path: 'changes.limits.allowedFileTypes.0' }]);
    const [fault] = await refused({ 'theme.accent': '#ffee00' });
    expect(fault).toMatchObject({ path: 'changes.theme.accent', rule: 'not_allowed' });
    expect(fault!.message).toMatch(new RegExp(`in the light theme.*${fault!.suggestion}$`));
    expect((await setForAll({ 'theme.accent': fault!.suggestion })).status).toBe(200);
    // Chosen for the dark theme, it must go with it.
    expect((await setForAll({ 'theme.accent': '#ffee00', 'theme.mode': 'dark' })).status).toBe(200);
    expect(await refused({ 'theme.mode': null })).toMatchObject([{ path: 'changes.theme.accent' }]);
    expect(await refused({ 'theme.logoText': 'Another name' })).toEqual([]);
    await setForAll({ 'theme.accent': null, 'theme.mode': null, 'theme.logoText': null });
  });

  test('switches features off for everybody, routes and all, and on again with their data', async () => {
    await setForAll({ 'features.ticketSubmission': false, 'features.knowledgeBase': false });
    expect((await cora.post('/tickets', { category, subject: 'x', body: 'y' })).status).toBe(404);
    expect((await desk.visitor().get('/knowledge')).status).toBe(404);
    await setForAll({ 'features.ticketSubmission': null, 'features.knowledgeBase': null });
    expect((await cora.post('/tickets', { category, subject: 'x', body: 'y' })).status).toBe(201);
    expect((await desk.visitor().get('/knowledge')).status).toBe(200);
  });
});

describe('a segment', () => {
  test('is made with a name from its title, and inherits', async () => {
    expect((await max.post('/settings/segments', { title: 'Premium customers', name: 'premium' })).status).toBe(201);
    expect((await max.post<{ name: string }>('/settings/segments', { title: 'VIP & friends', inherits: 'premium' })).data.name).toBe('vip-friends');
    const changes = { 'features.prioritySupport': true, 'limits.allowedFileTypes': ['pdf', 'zip'], 'theme.mode': 'dark', 'theme.logoText': 'Premium desk', 'limits.rateLimiting.ticketsPerDay': 3 };
    expect((await max.put('/settings/segments/premium', { changes })).status).toBe(200);
    const { data } = await max.get<SegmentSettings>('/settings/segments/vip-friends');
    expect(line(data.lines, 'theme.mode')).toMatchObject({ value: 'dark', source: { from: 'segment', segment: 'premium' }, overridden: false });
  });

  test('gives its customers what it says, and nobody else', async () => {
    expect((await place('cora', { segment: 'vip-friends' })).data).toMatchObject({ segment: 'vip-friends', byHand: true });
    expect(await policyOf(cora)).toMatchObject({ priorities: ['low', 'normal', 'high', 'urgent'], features: { prioritySupport: true }, limits: { allowedFileTypes: ['pdf', 'zip'] }, theme: { mode: 'dark', name: 'Premium desk' } });
    expect(await policyOf(otto)).toMatchObject({ priorities: ['low', 'normal', 'high'], theme: { mode: 'auto' } });
    const urgent = { category, subject: 'It burns', body: 'Help.', priority: 'urgent' };
    expect([(await cora.post('/tickets', urgent)).status, (await otto.post('/tickets', urgent)).status]).toEqual([201, 400]);
    expect([(await cora.upload('a.zip', smallZip)).status, (await otto.upload('a.zip', smallZip)).status]).toEqual([201, 415]);
    expect((await cora.upload('a.png', new Uint8Array(smallPng))).status).toBe(415);
    await cora.post('/tickets', urgent);
    expect(await cora.post('/tickets', urgent)).toMatchObject({ status: 429 });
  });

  test('and names itself in her mails and beside her requests', async () => {
    const reference = await sendRequest(desk.app, { ...cora.customer, segment: 'vip-friends' }, { category, subject: 'With her desk’s name', body: 'x' });
    await desk.settle();
    const [mail] = (await desk.visitor().get<{ to: string; html: string }[]>('/mailbox')).data.filter(({ to }) => to === cora.customer.email);
    expect(mail!.html).toContain('Premium desk');
    expect(mail!.html).toContain('background:#10141d');
    expect((await cora.get<TicketDetail>(`/tickets/${reference}`)).data.audience.at(-1)).toMatchObject({ name: 'Premium desk', role: 'agents' });
  });

  test('cannot inherit in a circle, nor from none, nor be called as everybody is', async () => {
    const circle = await max.put('/settings/segments/premium', { inherits: 'vip-friends' });
    expect(circle).toMatchObject({ status: 400, error: { details: { errors: [{ path: 'inherits' }] } } });
    expect(circle.error?.details.errors[0]?.message).toContain('premium → vip-friends → premium');
    expect((await max.put('/settings/segments/premium', { inherits: 'gone' })).status).toBe(400);
    expect((await max.post('/settings/segments', { title: 'Standard' })).status).toBe(400);
    expect((await max.post('/settings/segments', { title: 'Again', name: 'premium' })).status).toBe(400);
    expect((await max.put('/settings/segments/nobody', { title: 'x' })).status).toBe(404);
  });

  test('takes in by rule; the order decides between two, and the list says so', async () => {
    const dora = await desk.customer('Dora');
    await max.put('/settings/segments/premium', { rules: [{ kind: 'domain', domain: 'Example.com' }] });
    await max.put('/settings/segments/vip-friends', { rules: [{ kind: 'domain', domain: 'example.com' }] });
    expect((await customer('dora')).segment).toBe('premium');
    expect((await segments()).segments.find(({ name }) => name === 'vip-friends')).toMatchObject({ shadowed: [{ by: 'premium' }] });
    const names = (await segments()).segments.map(({ name }) => name);
    expect((await max.put('/settings/segment-order', { names: ['vip-friends', ...names.filter((name) => name !== 'vip-friends')] })).status).toBe(200);
    expect((await customer('dora')).segment).toBe('vip-friends');
    expect((await policyOf(dora)).theme.mode).toBe('dark');
    expect((await max.put('/settings/segment-order', { names: ['premium'] })).status).toBe(400);
    const { segments: all, standard } = await segments();
    expect([all.find(({ name }) => name === 'vip-friends')?.members, standard]).toEqual([3, 0]);
  });

  test('says of one customer where he belongs and why, and of each value where it comes from', async () => {
    const dora = (await max.get<CustomerSettings>(`/settings/customers/${(await customer('dora')).id}`)).data;
    expect(dora).toMatchObject({ name: 'Dora', segment: 'vip-friends', segmentTitle: 'VIP & friends', reason: { kind: 'rule', rule: { kind: 'domain', domain: 'example.com' }, inConfig: false }, priorities: ['low', 'normal', 'high', 'urgent'] });
    expect(line(dora.lines, 'theme.mode')).toMatchObject({ value: 'dark', source: { from: 'segment', segment: 'premium', title: 'Premium customers' } });
    expect(line(dora.lines, 'limits.maxFilesPerMessage')).toMatchObject({ value: 10, source: { from: 'default' } });
    expect((await max.get<CustomerSettings>(`/settings/customers/${cora.customer.customerId}`)).data).toMatchObject({ reason: { kind: 'chosen' } });
    const ida = await makeCustomer(desk.app, 'Ida', 'ida@house.example');
    expect((await max.get<CustomerSettings>(`/settings/customers/${ida.customerId}`)).data).toMatchObject({ segment: 'house', reason: { kind: 'rule', inConfig: true } });
    for (const id of ['0', '99999', '2147483648', 'x']) expect((await max.get(`/settings/customers/${id}`)).status).toBe(404);
  });

  test('inherits a colour that cannot be read in its own theme: adapted, not refused', async () => {
    await setForAll({ 'theme.accent': '#3b3fb6' });
    expect((await max.put('/settings/segments/vip-friends', { changes: { 'theme.mode': 'dark' } })).status).toBe(200);
    expect((await policyOf(cora)).theme.palette).toMatch(/^3b3fb6-/);
    await setForAll({ 'theme.accent': null });
    await max.put('/settings/segments/vip-friends', { changes: { 'theme.mode': null } });
  });

  test('lets an admin keep somebody out of it against its rules', async () => {
    expect((await place('otto', { segment: 'standard' })).data).toMatchObject({ segment: 'standard', byHand: true });
    expect((await policyOf(otto)).theme.mode).toBe('auto');
    expect((await place('otto', { segment: null })).data).toMatchObject({ segment: 'vip-friends', byHand: false });
    expect((await place('otto', { segment: 'nobody' })).status).toBe(400);
  });

  test('is removed only when none inherits from it, and says how many it lets go', async () => {
    expect(await max.delete('/settings/segments/premium')).toMatchObject({ status: 409, code: 'segment_in_use' });
    expect((await max.delete('/settings/segments/vip-friends')).data).toEqual({ name: 'vip-friends', members: 1 });
    expect((await customer('cora')).segment).toBe('premium');
    await max.delete('/settings/segments/premium');
    expect(await customer('cora')).toMatchObject({ segment: 'standard', byHand: false });
    expect((await policyOf(cora)).theme.mode).toBe('auto');
  });

  test('of the file is there, keeps what the file says, and stays', async () => {
    const found = (await max.get<SegmentSettings>('/settings/segments/house')).data;
    expect(found).toMatchObject({ title: 'In-house', inConfig: true, fileRules: [{ kind: 'domain', domain: 'house.example' }] });
    expect(line(found.lines, 'features.fileUploads')).toMatchObject({ value: false, source: { from: 'config', segment: 'house' } });
    expect(line(found.lines, 'limits.reopenWindowDays')).toMatchObject({ value: 90, locked: true });
    expect((await max.put<SegmentSettings>('/settings/segments/house', { changes: { 'features.fileUploads': true } })).data.lines.find(({ key }) => key === 'features.fileUploads')).toMatchObject({ value: true, inherited: false });
    expect(await max.delete('/settings/segments/house')).toMatchObject({ status: 409, code: 'segment_in_use' });
  });
});

describe('organisations', () => {
  test('take in by address, those who are there and those who come; one address belongs to one', async () => {
    const made = await max.post<{ id: number; joined: number }>('/settings/organisations', { name: 'Example Ltd', domains: ['example.com'] });
    expect([made.status, made.data.joined]).toEqual([201, 3]);
    await desk.customer('Emil');
    expect((await customer('emil')).organisation?.name).toBe('Example Ltd');
    expect((await max.post('/settings/organisations', { name: 'Other', domains: ['example.com'] })).status).toBe(400);
    expect((await max.post('/settings/organisations', { name: 'example ltd' })).status).toBe(400);
    expect((await max.get<OrganisationLine[]>('/settings/organisations')).data).toMatchObject([{ name: 'Example Ltd', members: 4 }]);
  });

  test('are a rule of segments; whoever is taken out by hand stays out', async () => {
    const [{ id }] = (await max.get<[OrganisationLine]>('/settings/organisations')).data;
    await max.post('/settings/segments', { title: 'Gold', rules: [{ kind: 'organisation', organisation: id }] });
    expect((await customer('emil')).segment).toBe('gold');
    expect((await max.post('/settings/segments', { title: 'None', rules: [{ kind: 'organisation', organisation: 99_999 }] })).status).toBe(400);
    expect((await place('emil', { organisation: null })).data).toMatchObject({ organisation: null, segment: 'standard' });
    await max.put(`/settings/organisations/${id}`, { name: 'Example Limited', domains: ['example.com', 'example.net'] });
    expect((await customer('emil')).organisation).toBeNull();
    expect((await place('emil', { organisation: 99_999 })).status).toBe(400);
    expect((await max.delete(`/settings/organisations/${id}`)).data).toEqual({ id, members: 3 });
    // The rule that named it fits nobody now, and keeps nothing else from being saved.
    expect((await max.put('/settings/segments/gold', { title: 'Golden', rules: [{ kind: 'organisation', organisation: id }] })).status).toBe(200);
    expect((await max.put(`/settings/organisations/${id}`, { name: 'x' })).status).toBe(404);
  });
});

describe('access', () => {
  test('that is taken ends every session at once, and comes back with the password that was', async () => {
    const fay = await desk.customer('Fay');
    expect((await place('fay', { portalAccess: false })).data.portalAccess).toBe(false);
    expect((await fay.get('/me')).status).toBe(401);
    await expect(desk.signIn(fay.customer)).rejects.toThrow('401');
    await place('fay', { portalAccess: true });
    expect((await fay.get('/me')).status).toBe(401);
    expect((await (await desk.signIn(fay.customer)).get('/me')).status).toBe(200);
  });
});

test('customers are found by name and address, and no pattern is one', async () => {
  expect((await max.get<CustomerLine[]>('/settings/customers?q=OTTO')).data.map(({ name }) => name)).toEqual(['Otto Brandt']);
  expect((await max.get<CustomerLine[]>('/settings/customers?q=dora%40example')).data).toHaveLength(1);
  for (const q of ['%25', '_', '%5C', "'"]) expect((await max.get<CustomerLine[]>(`/settings/customers?q=${q}`)).data).toEqual([]);
  const page = await max.get<CustomerLine[]>('/settings/customers?pageSize=2&page=2');
  expect([page.data.length, page.pagination?.total]).toEqual([2, 6]);
});

test('every change is noted: who, what, before and after', async () => {
  const { data, text } = await max.get<AuditLine[]>('/settings/audit-entries?pageSize=100');
  expect((JSON.parse(text) as { meta: { next: number | null } }).meta.next).toBeNull();
  for (const { who } of data) expect(who).toBe('Max');
  const told = data.map(({ what, action }) => `${action} ${what}`);
  for (const one of ['changed settings', 'created segment premium', 'changed segment premium', 'removed segment premium', 'ordered segments', 'changed customer fay@example.com', 'created organisation Example Ltd', 'removed organisation Example Limited']) expect(told).toContain(one);
  expect(data.find(({ what, after }) => what === 'settings' && 'limits.maxFilesPerMessage' in after)).toMatchObject({ before: {}, after: { 'limits.maxFilesPerMessage': 2, 'theme.logoText': 'Our desk' } });
  expect(data.find(({ what, after }) => what === 'customer fay@example.com' && after.portalAccess === false)).toMatchObject({ before: { portalAccess: true } });
});
