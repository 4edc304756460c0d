import type { AuditLine, InstallationSettings } from '../../plugin/contracts/settings';
import { at, portal } from '../../database/seeds/builders/services';
import { configure } from '../support/configured';
import { codeFor, mailsTo } from '../support/mailbox';
import { bootDesk, type Desk, type LoggedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
beforeAll(async () => {
  desk = await bootDesk();
});
afterAll(() => desk?.stop());

const password = 'Portal-demo-2026';
const nora = { name: 'Nora Quist', email: 'nora@example.com', password };
const day = 24 * 3_600_000;

interface Registration {
  register(input: object): Promise<void>;
}
const customersOf = (email: string) => desk.app.db.query('plugin::users-permissions.user').count({ where: { email } });

describe('Nora registers', () => {
  test('by following the mailed link, and not before', async () => {
    const browser = desk.visitor();
    expect((await browser.post('/auth/register', { ...nora, email: ' Nora@Example.com ' })).status).toBe(202);
    expect((await browser.post('/auth/login', { email: nora.email, password })).code).toBe('wrong_credentials');
    expect(await customersOf(nora.email)).toBe(0);

    const code = await codeFor(desk, nora.email);
    const confirmed = await browser.post<{ email: string }>('/auth/email-confirmation', { code });
    expect([confirmed.status, confirmed.data.email]).toEqual([201, nora.email]);

    expect((await browser.post('/auth/login', { email: 'NORA@example.com', password })).status).toBe(200);
    expect((await browser.get<{ name: string }>('/me')).data.name).toBe(nora.name);
    expect((await browser.post('/auth/logout')).status).toBe(200);
    expect((await browser.get('/me')).status).toBe(401);
  });

  test('and the session that she signed out of is over, whoever has kept its cookie', async () => {
    const browser = desk.visitor();
    await browser.post('/auth/login', { email: nora.email, password });
    const kept = { cookie: browser.cookie };
    await browser.post('/auth/logout');
    expect((await desk.visitor().get('/me', kept)).status).toBe(401);
    expect((await browser.post('/auth/logout')).status).toBe(200);
  });

  test('once: her link opens nothing a second time', async () => {
    const browser = desk.visitor();
    await browser.post('/auth/register', { ...nora, email: 'twice@example.com' });
    const code = await codeFor(desk, 'twice@example.com');
    expect((await browser.post('/auth/email-confirmation', { code })).status).toBe(201);
    expect(await browser.post('/auth/email-confirmation', { code })).toMatchObject({ status: 400, code: 'code_invalid' });
  });

  test('with two links followed at once and still has one account', async () => {
    const email = 'both@example.com';
    const browser = desk.visitor();
    await browser.post('/auth/register', { ...nora, email });
    const first = await codeFor(desk, email);
    await browser.post('/auth/register', { ...nora, email });
    const second = await codeFor(desk, email);
    const codes = [first, second, first, second];
    const answers = await Promise.all(codes.map((code) => desk.visitor().post('/auth/email-confirmation', { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
    expect(await customersOf(email)).toBe(1);
  });

  test('in her language', async () => {
    await desk.visitor().post('/auth/register', { ...nora, email: 'norbert@example.com', language: 'de' });
    const [mail] = await mailsTo(desk, 'norbert@example.com');
    expect(mail?.subject).toBe('Bestätigen Sie Ihre E-Mail-Adresse bei Northwind Help');
  });
});

describe('nobody learns who has an account', () => {
  test('from registering: same status, same bytes, and the owner is told', async () => {
    const stranger = await desk.visitor().post('/auth/register', { ...nora, email: 'new@example.com' });
    const owner = await desk.visitor().post('/auth/register', { ...nora, password: 'another-password' });
    expect([owner.status, owner.text]).toEqual([stranger.status, stranger.text]);
    const [mail] = await mailsTo(desk, nora.email);
    expect(mail?.subject).toBe('You already have an account at Northwind Help');
    expect((await desk.visitor().post('/auth/login', { email: nora.email, password })).status).toBe(200);
  });

  test('from signing in with a wrong password', async () => {
    const known = await desk.visitor().post('/auth/login', { email: nora.email, password: 'wrong-password' });
    const unknown = await desk.visitor().post('/auth/login', { email: 'nobody@example.com', password: 'wrong-password' });
    expect(known).toMatchObject({ status: 401, code: 'wrong_credentials' });
    expect(unknown.text).toBe(known.text);
  });
});

describe('a link is worth nothing', () => {
  test('a day after it was mailed', async () => {
    const email = 'late@example.com';
    await at(desk.app, new Date(Date.now() - day - 60_000), () => portal<Registration>(desk.app, 'registration').register({ ...nora, email }));
    const late = await desk.visitor().post('/auth/email-confirmation', { code: await codeFor(desk, email) });
    expect(late).toMatchObject({ status: 400, code: 'code_invalid' });
    expect(await customersOf(email)).toBe(0);
  });

  test('when it was made up, or is of another purpose', async () => {
    const made = await desk.visitor().post('/auth/email-confirmation', { code: 'a'.repeat(43) });
    expect(made).toMatchObject({ status: 400, code: 'code_invalid' });
    await desk.visitor().post('/auth/register', { ...nora, email: 'purpose@example.com' });
    const foreign = await desk.visitor().post('/auth/password-reset', { code: await codeFor(desk, 'purpose@example.com'), password });
    expect(foreign).toMatchObject({ status: 400, code: 'code_invalid' });
  });
});

test('a user that somebody made elsewhere under her address is hers once she followed the link', async () => {
  const email = 'parked@example.com';
  const theft = 'chosen by somebody else';
  // Where the host application lets people sign in with users-permissions itself.
  await configure(desk, 'authentication.hostSignIn', true);
  const api = (path: string, body: object) => desk.visitor().send<null>('POST', `${desk.url}/api${path}`, JSON.stringify(body), { 'content-type': 'application/json' });
  const parked = await api('/auth/local/register', { username: 'parker', email, password: theft });
  const { refreshToken } = JSON.parse(parked.text) as { refreshToken: string };

  await desk.visitor().post('/auth/register', { ...nora, email });
  expect((await desk.visitor().post('/auth/email-confirmation', { code: await codeFor(desk, email) })).status).toBe(201);

  expect((await desk.visitor().post('/auth/login', { email, password })).status).toBe(200);
  expect((await desk.visitor().post('/auth/login', { email, password: theft })).status).toBe(401);
  expect((await api('/auth/local', { identifier: email, password: theft })).status).toBe(400);
  expect((await api('/auth/refresh', { refreshToken })).status).toBe(401);
  expect(await customersOf(email)).toBe(1);
  await configure(desk, 'authentication.hostSignIn', false);
});

describe('what an admin asks of accounts', () => {
  let max: LoggedIn;
  beforeAll(async () => {
    max = await desk.agent('Max', ['settings.read', 'settings.change', 'audit.read']);
  });
  const set = (changes: object) => max.put<InstallationSettings>('/settings/policy', { changes });
  const page = async (path: string): Promise<{ status: number; text: string }> => desk.visitor().get(`${desk.url}/support${path}`);
  const register = (email: string, words = password) => desk.visitor().post('/auth/register', { ...nora, email, password: words });

  test('where nobody registers himself, page, link and route are gone, and a link that was mailed before opens nothing', async () => {
    await register('early@example.com');
    const code = await codeFor(desk, 'early@example.com');
    expect((await page('/sign-in')).text).toContain('/support/register');
    await set({ 'authentication.selfRegistration': false });
    expect(await register('late@example.com')).toMatchObject({ status: 404, code: 'not_found' });
    expect((await page('/register')).status).toBe(404);
    expect((await page('/sign-in')).text).not.toContain('/support/register');
    expect((await page(`/confirm-email?code=${code}`)).text).not.toContain('/support/register');
    expect(await desk.visitor().post('/auth/email-confirmation', { code })).toMatchObject({ status: 400, code: 'code_invalid' });
    await set({ 'authentication.selfRegistration': null });
    expect((await page('/register')).status).toBe(200);
  });

  test('only addresses of the named domains are taken, and the page names them', async () => {
    expect((await set({ 'authentication.registrationDomains': ['Example.ORG'] })).status).toBe(200);
    const [fault] = (await register('nobody@example.com')).error?.details.errors ?? [];
    expect(fault).toEqual({ path: 'email', rule: 'not_allowed', message: 'Use an address of example.org.' });
    expect((await register('sub@mail.example.org')).status).toBe(400);
    expect((await register('somebody@example.org')).status).toBe(202);
    expect((await page('/register')).text).toContain('@example.org');
    await set({ 'authentication.registrationDomains': null });
  });

  test('a new password has as many letters as they say, the one that somebody has stays good', async () => {
    await set({ 'authentication.passwordMinLength': 18 });
    expect((await register('short@example.com')).error?.details.errors).toMatchObject([{ path: 'password', rule: 'too_short', limit: 18 }]);
    await desk.visitor().post('/auth/password-reset-request', { email: nora.email });
    const code = await codeFor(desk, nora.email);
    expect((await desk.visitor().post('/auth/password-reset', { code, password })).error?.details.errors).toMatchObject([{ path: 'password', rule: 'too_short', limit: 18 }]);
    expect((await desk.visitor().post('/auth/login', { email: nora.email, password })).status).toBe(200);
    expect((await page('/register')).text).toContain('At least 18 characters.');
    await set({ 'authentication.passwordMinLength': null });
  });

  test('values that make no sense are refused, nothing of it is a segment’s, and each change is in the list', async () => {
    const faults = async (changes: object) => ((await set(changes)).error?.details.errors ?? []).map(({ path }) => path);
    expect(await faults({ 'authentication.passwordMinLength': 8 })).toEqual(['changes.authentication.passwordMinLength']);
    expect(await faults({ 'authentication.sessionDays': 0, 'authentication.registrationDomains': ['not a domain'] })).toEqual(['changes.authentication.registrationDomains.0', 'changes.authentication.sessionDays']);
    expect(await faults({ 'mail.from': 'nobody', 'mail.replyTo': 'a b' })).toEqual(['changes.mail.from', 'changes.mail.replyTo']);
    await max.post('/settings/segments', { title: 'Gold' });
    const refused = await max.put('/settings/segments/gold', { changes: { 'authentication.sessionDays': 1 } });
    expect(refused.error?.details.errors).toMatchObject([{ path: 'changes.authentication.sessionDays', rule: 'unknown' }]);
    const told = (await max.get<AuditLine[]>('/settings/audit-entries')).data.filter(({ what }) => what === 'settings').map(({ after }) => Object.keys(after)[0]);
    expect(told).toContain('authentication.selfRegistration');
  });
});
