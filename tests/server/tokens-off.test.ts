import { askForTokens } from '../support/app';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
});
afterAll(() => desk?.stop());

describe('where apps have no tokens', () => {
  test('nobody gets one, and what is sent as one is left alone', async () => {
    const asked = await askForTokens(desk, cora.customer);
    expect([asked.status, asked.error?.details.errors]).toEqual([400, [expect.objectContaining({ path: 'mode', rule: 'not_allowed' })]]);
    expect((await desk.visitor().post('/auth/refresh', { refreshToken: 'x'.repeat(43) })).status).toBe(404);
    expect((await cora.post('/me/app-tokens')).status).toBe(404);
    // The host application may have bearer tokens of its own.
    expect((await cora.get('/me', { authorization: 'Bearer of somebody else' })).status).toBe(200);
    expect((await desk.visitor().get('/knowledge', { authorization: 'Bearer of somebody else' })).status).toBe(200);
    expect((await cora.patch('/me', { theme: 'dark' }, { origin: 'https://evil.test', authorization: 'Bearer of somebody else' })).code).toBe('origin_refused');
  });
});
