import { setTimeout as pause } from 'node:timers/promises';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk, type LoggedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let ada: LoggedIn;
beforeAll(async () => {
  desk = await bootDesk();
  ada = await desk.agent('Ada');
});
afterAll(() => desk?.stop());

const users = () => desk.app.db.query('admin::user');
/** As another node would: this one hears nothing of it. */
const elsewhere = (sql: string, bindings: (string | number | boolean)[]) => desk.app.db.connection.raw(sql, bindings);

describe('an agent who works', () => {
  test('is looked up once, and not again within the second', async () => {
    await ada.get('/tags');
    expect((await statementsOf(desk, () => ada.get('/tags'))).filter((sql) => /admin_|strapi_sessions/.test(sql))).toEqual([]);
  });

  test('is put out at once where somebody puts him out here', async () => {
    const bob = await desk.agent('Bob');
    expect((await bob.get('/tags')).status).toBe(200);
    await users().update({ where: { id: bob.agent.id }, data: { isActive: false } });
    expect((await bob.get('/tags')).status).toBe(401);
  });

  test('is put out when the session ends that he came with', async () => {
    const bella = await desk.agent('Bella');
    expect((await bella.get('/tags')).status).toBe(200);
    await desk.app.sessionManager('admin').invalidateRefreshToken(String(bella.agent.id));
    expect((await bella.get('/tags')).status).toBe(401);
  });

  test('is put out within a second or so where another node does', async () => {
    const ben = await desk.agent('Ben');
    expect((await ben.get('/tags')).status).toBe(200);
    await elsewhere('update admin_users set is_active = ? where id = ?', [false, ben.agent.id]);
    await pause(1100);
    expect((await ben.get('/tags')).status).toBe(401);
  });

  test('is nobody else: each has the rights of his own', async () => {
    const eve = await desk.agent('Eve', ['views.share']);
    for (let round = 0; round < 3; round += 1) expect([(await ada.get('/tags')).status, (await eve.get('/tags')).status]).toEqual([200, 403]);
  });
});

test('who shows no token, a broken one or that of a customer is nobody', async () => {
  const cora = await desk.customer('Cora Bell');
  for (const authorization of ['', 'Bearer', 'Bearer x.y.z', 'Basic YTpi']) expect((await fetch(`${desk.url}/portal/tags`, { headers: authorization ? { authorization } : {} })).status).toBe(401);
  expect((await cora.get('/me')).status).toBe(200);
});
