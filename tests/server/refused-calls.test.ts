import http from 'node:http';
import { makeCategory } from '../../database/seeds/builders/requests';
import { errorCodes } from '../../plugin/contracts/platform';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let category: string;
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const json = { 'content-type': 'application/json' };
const request = () => ({ subject: 'A request', body: 'Words.', category });
const tickets = () => desk.app.db.query('plugin::portal.ticket').count();

describe('a change that another site sends with Cora’s cookie', () => {
  test.each(['https://evil.test', 'null', 'http://localhost', 'https://127.0.0.1', 'http://127.0.0.1.evil.test', 'file://'])('from %s is refused, nothing changed', async (origin) => {
    const before = await tickets();
    expect(await cora.post('/tickets', request(), { origin })).toMatchObject({ status: 403, code: 'origin_refused' });
    expect(await cora.patch('/me', { name: 'Mallory' }, { origin })).toMatchObject({ status: 403, code: 'origin_refused' });
    expect(await tickets()).toBe(before);
  });

  test('is refused however the address is written', async () => {
    for (const path of ['/API/PORTAL/auth/logout', '/Api/portal/auth/logout', '/api/Portal/auth/logout/', '/api/portal/auth/logout/']) {
      const { status, code } = await cora.send('POST', `${desk.url}${path}`, '{}', { ...json, origin: 'https://evil.test' });
      expect([path, status, code]).toEqual([path, 403, 'origin_refused']);
    }
    expect((await cora.get('/me')).status).toBe(200);
  });

  test('as a form without script is refused as well', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) {
      expect((await cora.send('POST', '/auth/logout', 'a=b', { 'content-type': type, origin: 'https://evil.test' })).status).toBe(403);
    }
    expect((await cora.get('/me')).status).toBe(200);
  });

  test('is no trouble for reading, for our own pages and for programs', async () => {
    expect((await cora.get('/me', { origin: 'https://evil.test' })).status).toBe(200);
    expect((await cora.get('/me', { origin: 'https://evil.test' })).headers.get('access-control-allow-origin')).toBeNull();
    expect((await cora.post('/tickets', request(), { origin: desk.url })).status).toBe(201);
    expect((await cora.post('/tickets', request())).status).toBe(201);
  });
});

describe('every refusal has the same shape', () => {
  const shapeOf = ({ error, text }: { error: { status: number; name: string; message: string; details: { code: string; errors: unknown[] } } | undefined; text: string }) => {
    if (!error) throw new Error(`No error in: ${text}`);
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['data', 'error']);
    expect(Object.keys(error)).toEqual(['status', 'name', 'message', 'details']);
    expect(errorCodes).toContain(error.details.code);
    return `${error.status} ${error.name} ${error.details.code}`;
  };

  test('for a body that is no JSON, or no object', async () => {
    for (const body of ['{"a":', 'nonsense', '[]', '"text"', 'null', '7', 'true', '']) {
      expect(shapeOf(await cora.send('POST', '/tickets', body, json))).toBe('400 ValidationError validation_failed');
    }
    for (const type of ['text/plain', 'application/xml', 'application/octet-stream']) {
      expect(shapeOf(await cora.send('POST', '/tickets', JSON.stringify(request()), { 'content-type': type }))).toBe('400 ValidationError validation_failed');
    }
  });

  test('for a body that is larger than a megabyte', async () => {
    expect(shapeOf(await cora.post('/tickets', { ...request(), body: 'b'.repeat(1_100_000) }))).toBe('413 PayloadTooLargeError body_too_large');
  });

  test('for an address that leads nowhere, whatever the method', async () => {
    const answers = [await cora.get('/nowhere'), await cora.post('/nowhere'), await cora.delete('/nowhere/at/all'), await cora.put('', {}), await cora.get('/tickets/R-ZZZZZZ')];
    for (const answer of answers) expect(shapeOf(answer)).toBe('404 NotFoundError not_found');
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  test('for a method that an address does not have, with those that it has', async () => {
    const answers = [await cora.put('/tickets', {}), await cora.delete('/me'), await cora.send('PROPFIND' as 'GET', '/tickets')];
    for (const answer of answers) expect(shapeOf(answer)).toBe('405 ApplicationError method_not_allowed');
    expect(answers.map(({ headers }) => headers.get('allow'))).toEqual(['HEAD, GET, POST', 'HEAD, GET, PATCH', 'HEAD, GET, POST']);
  });

  test('for nobody signed in', async () => {
    expect(shapeOf(await desk.visitor().get('/tickets'))).toBe('401 UnauthorizedError not_signed_in');
  });

  test('for an accident inside, of which nothing is told', async () => {
    const tables = () => desk.app.db.getSchemaConnection();
    await tables().renameTable('portal_tickets', 'portal_tickets_away');
    try {
      const answer = await cora.get('/tickets');
      expect(shapeOf(answer)).toBe('500 InternalServerError internal_error');
      expect(answer.text).not.toMatch(/portal_tickets|select|SQL/i);
    } finally {
      await tables().renameTable('portal_tickets_away', 'portal_tickets');
    }
  });

  test('and none is kept by a browser or a proxy', async () => {
    for (const answer of [await cora.get('/nowhere'), await desk.visitor().get('/me'), await cora.post('/tickets', {}), await cora.get('/me')]) expect(answer.headers.get('cache-control')).toContain('no-store');
  });
});

describe('a body cannot set what is not asked for', () => {
  test.each(['state', 'turn', 'requesterId', 'requester', 'assigneeId', 'reference', 'id', 'createdAt', 'messageCount', 'internal', 'priorityRank', 'searchText'])('such as %s', async (extra) => {
    const { status, error } = await cora.post('/tickets', { ...request(), [extra]: 1 });
    expect([status, error?.details.errors]).toEqual([400, [expect.objectContaining({ path: extra, rule: 'unknown' })]]);
  });

  test('nor change what all objects inherit', async () => {
    const raw = (extra: string) => cora.send('POST', '/tickets', JSON.stringify(request()).replace('{', `{${extra},`), json);
    for (const extra of ['"__proto__":{"polluted":1}', '"constructor":{"prototype":{"polluted":1}}', '"prototype":{"polluted":1}']) expect((await raw(extra)).status).toBe(400);
    expect((await raw('"fields":{"__proto__":"x"}')).status).toBe(400);
    await cora.send('PUT', '/drafts/new-request', '{"values":{"__proto__":"x","constructor":"y"}}', json);
    await cora.get('/tickets?__proto__[polluted]=1');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  });

  test('nor be an endless nest', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const { status } = await cora.send('POST', '/tickets', `{"subject":${deep}}`, json);
    expect(status).toBe(400);
    expect((await cora.get('/me')).status).toBe(200);
  });
});

test('a body that is refused for its size holds up nothing that comes over the same connection', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const { hostname, port } = new URL(desk.url);
  const statusFor = (method: string, path: string, body = ''): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const request = http.request({ agent, hostname, port, method, path, headers: { 'content-type': 'application/json', origin: desk.url } }, (answer) => answer.resume().on('end', () => resolve(answer.statusCode)));
      request.on('error', reject).end(body);
    });
  try {
    expect(await statusFor('POST', '/api/portal/auth/login', 'x'.repeat(3_000_000))).toBe(413);
    expect(await Promise.race([statusFor('GET', '/api/portal/me'), new Promise((resolve) => void setTimeout(resolve, 5000, 'held up'))])).toBe(401);
  } finally {
    agent.destroy();
  }
});
