import { createHash } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeCustomer } from '../../database/seeds/builders/people';
import { codeFor } from '../support/mailbox';
import { bootDesk, type Desk } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let service: http.Server;
const asked: string[] = [];
let answers = true;
const leaked = 'velvet tractor gives nine';
const hash = createHash('sha1').update(leaked).digest('hex').toUpperCase();

beforeAll(async () => {
  service = http.createServer((request, response) => {
    asked.push(`${request.url} ${String(request.headers['add-padding'])}`);
    if (!answers) return; // Never answers.
    response.end(`${'0'.repeat(35)}:0\r\n${request.url === `/range/${hash.slice(0, 5)}` ? `${hash.slice(5)}:12\r\n` : ''}${'F'.repeat(35)}:3`);
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  desk = await bootDesk({ PORTAL_BREACHED_PASSWORDS: 'range', PORTAL_BREACHED_PASSWORDS_URL: `http://127.0.0.1:${(service.address() as AddressInfo).port}/range/` });
});
afterAll(async () => {
  await desk?.stop();
  service.closeAllConnections();
  service.close();
});

const register = (password: string) => desk.visitor().post('/auth/register', { name: 'Nora Quill', email: 'nora.quill@wren.example', password });
const guessable = [expect.objectContaining({ path: 'password', rule: 'guessable' })];

describe('a password is refused', () => {
  test.each(['password123', 'PASSWORD123', 'Passw0rd2026', '1234567890', 'qwertyuiop', 'aaaaaaaaaaaa', 'trustno1trustno1'])('that is on the lists, or close to one that is: %s', async (password) => {
    const { status, error } = await register(password);
    expect([status, error?.details.errors]).toEqual([400, guessable]);
  });

  test.each(['nora.quill@wren.example', 'NoraQuill1', 'noraquill2026', 'Northwind Help', 'northwindhelp1', 'wrenexample'])('that is made of the owner’s own words, or the portal’s: %s', async (password) => {
    expect((await register(password)).error?.details.errors).toEqual(guessable);
  });

  test('that leaked elsewhere, of which the service learns five digits', async () => {
    asked.length = 0;
    expect((await register(leaked)).error?.details.errors).toEqual(guessable);
    expect(asked).toEqual([`/range/${hash.slice(0, 5)} true`]);
  });

  test('when a new one is chosen by mail too, and the link stays good', async () => {
    const { email } = await makeCustomer(desk.app, 'Clay Marsh', 'clay.marsh@example.com');
    await desk.visitor().post('/auth/password-reset-request', { email });
    const code = await codeFor(desk, email);
    expect((await desk.visitor().post('/auth/password-reset', { code, password: 'claymarsh2026' })).error?.details.errors).toEqual(guessable);
    expect((await desk.visitor().post('/auth/password-reset', { code, password: leaked })).error?.details.errors).toEqual(guessable);
    expect((await desk.visitor().post('/auth/password-reset', { code, password: 'copper lantern seven hills' })).status).toBe(200);
  });
});

test('one that is on no list is taken, and so it is where the service does not answer', async () => {
  expect((await register('copper lantern seven hills')).status).toBe(202);
  answers = false;
  expect((await register(leaked)).status).toBe(202);
  expect((await register('password123')).status).toBe(400);
});
