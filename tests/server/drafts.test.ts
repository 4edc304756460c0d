import type { Draft } from '../../plugin/contracts/conversation';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
});
afterAll(() => desk?.stop());

const jarOf = ({ cookies }: { cookies: Map<string, string> }): string => `portal_drafts=${cookies.get('portal_drafts')}`;
const sessionOf = ({ cookies }: { cookies: Map<string, string> }): string => `portal_session=${cookies.get('portal_session')}`;
const values = { subject: 'Half a subject', body: 'Half a text', gift: true, files: ['a', 'b'] };

describe('what Cora has typed', () => {
  test('is kept as it is, wrong or not, and read back in this browser', async () => {
    expect((await cora.put('/drafts/new-request', { values })).data).toEqual({ purpose: 'new-request' });
    const { data } = await cora.get<Draft>('/drafts/new-request');
    expect([data.purpose, data.values]).toEqual(['new-request', values]);
    await cora.put('/drafts/new-request', { values: { body: 'Later text' } });
    expect((await cora.get<Draft>('/drafts/new-request')).data.values).toEqual({ body: 'Later text' });
  });

  test('is one draft for each purpose', async () => {
    await cora.put('/drafts/reply.R-2K7F9Q', { values: { body: 'A reply' } });
    expect((await cora.get<Draft>('/drafts/reply.R-2K7F9Q')).data.values).toEqual({ body: 'A reply' });
    expect((await cora.get<Draft>('/drafts/new-request')).data.values).toEqual({ body: 'Later text' });
    expect((await cora.get('/drafts/another')).status).toBe(404);
  });

  test('is gone once it is taken away, and taking it away twice is no fault', async () => {
    expect((await cora.delete('/drafts/reply.R-2K7F9Q')).status).toBe(200);
    expect((await cora.delete('/drafts/reply.R-2K7F9Q')).status).toBe(200);
    expect((await cora.get('/drafts/reply.R-2K7F9Q')).status).toBe(404);
  });

  test('survives the end of her session, and waits for her next one', async () => {
    const dora = await desk.customer('Dora');
    await dora.put('/drafts/new-request', { values: { body: 'Before' } });
    await dora.post('/auth/logout');
    expect((await dora.put('/drafts/new-request', { values: { body: 'After the session ended' } })).status).toBe(200);
    expect((await dora.get('/drafts/new-request')).code).toBe('not_signed_in');
    await dora.post('/auth/login', { email: dora.customer.email, password: 'Portal-demo-2026' });
    expect((await dora.get<Draft>('/drafts/new-request')).data.values).toEqual({ body: 'After the session ended' });
  });

  test('by nobody yet becomes that of the first who signs in', async () => {
    const browser = desk.visitor();
    await browser.put('/drafts/new-request', { values });
    expect((await browser.get('/drafts/new-request')).status).toBe(401);
    expect((await otto.get<Draft>('/drafts/new-request', { cookie: `${sessionOf(otto)}; ${jarOf(browser)}` })).data.values).toEqual(values);
    expect((await cora.get('/drafts/new-request', { cookie: `${sessionOf(cora)}; ${jarOf(browser)}` })).status).toBe(404);
  });

  test('in two tabs at once is kept without a fault', async () => {
    const browser = desk.visitor();
    await browser.put('/drafts/other', { values });
    const saved = await Promise.all(['one', 'two', 'three'].map((body) => browser.put('/drafts/new-request', { values: { body } })));
    expect(saved.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await desk.app.db.query('plugin::portal.draft').count({ where: { purpose: 'new-request' } })).toBeGreaterThan(0);
  });
});

describe('Otto at the same computer', () => {
  test('cannot read her draft, with her jar and his own session', async () => {
    const cookie = `${sessionOf(otto)}; ${jarOf(cora)}`;
    const hers = await otto.get('/drafts/new-request', { cookie });
    const missing = await otto.get('/drafts/never-was', { cookie });
    expect([hers.status, hers.text]).toEqual([404, missing.text]);
  });

  test('begins with an empty form, and his words replace hers, mixed with nothing', async () => {
    const eve = await desk.customer('Eve');
    await eve.put('/drafts/new-request', { values: { subject: 'Secret of Eve', body: 'x' } });
    const cookie = `${sessionOf(otto)}; ${jarOf(eve)}`;
    await otto.put('/drafts/new-request', { values: { body: 'His words' } }, { cookie });
    expect((await otto.get<Draft>('/drafts/new-request', { cookie })).data.values).toEqual({ body: 'His words' });
    expect((await eve.get('/drafts/new-request')).status).toBe(404);
  });
});

describe('the jar', () => {
  test('is a cookie that no script reads, stored as a hash only', async () => {
    const { cookies } = await desk.visitor().put('/drafts/new-request', { values: {} });
    expect(cookies[0]).toMatch(/^portal_drafts=[\w-]{43}; path=\/; expires=[^;]+; samesite=lax; httponly$/i);
    const rows = await desk.app.db.query('plugin::portal.draft').findMany({});
    expect(JSON.stringify(rows)).not.toContain(/=([\w-]{43});/.exec(cookies[0] ?? '')?.[1]);
  });

  test('of a form that is not ours is replaced by a new one', async () => {
    const { cookies } = await desk.visitor().put('/drafts/new-request', { values: {} }, { cookie: 'portal_drafts=short' });
    expect(cookies[0]).toMatch(/^portal_drafts=[\w-]{43};/);
  });
});

test('a draft of another form is refused', async () => {
  for (const purpose of ['UPPER', 'a.b', `${'a'.repeat(41)}`, 'new%20request', '..%2F..%2Fetc']) expect([400, 404]).toContain((await cora.put(`/drafts/${purpose}`, { values })).status);
  const wrong = [{}, { values: 'x' }, { values: [] }, { values: { a: { b: 'c' } } }, { values: { a: 1 } }, { values, owner: 1 }, { values: { a: ['x'.repeat(201)] } }];
  for (const body of wrong) expect(await cora.put('/drafts/new-request', body)).toMatchObject({ status: 400, code: 'validation_failed' });
});
