import { makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { makeAgent } from '../../database/seeds/builders/people';
import { portal } from '../../database/seeds/builders/services';
import { processBeside } from '../support/beside';
import { MailServer } from '../support/mail-server';
import { freePort, startScript } from '../support/running-app';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(120_000);
const post = new MailServer();
let desk: Desk;
let cora: SignedIn;
let stopOther = async (): Promise<void> => undefined;

/** A second process of the product on the same database, as behind a balancer. */
const startBeside = async (): Promise<void> => {
  const environment = Object.fromEntries(Object.entries(processBeside.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  const child = await startScript('scripts/run-app.mjs', { ...environment, PORT: String(await freePort()), NODE_ENV: 'demo' }, /^ready$/m);
  stopOther = () => new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
};

beforeAll(async () => {
  desk = await bootDesk({ PORTAL_MAIL: 'email', SMTP_HOST: '127.0.0.1', SMTP_PORT: String(await post.start()) });
  cora = await desk.customer('Cora Bell');
  await startBeside();
});
afterAll(async () => {
  await stopOther();
  await desk?.stop();
  await post.stop();
});

const mails = () => desk.app.db.query('plugin::portal.mail');
const counted = (values: (string | undefined)[]): number[] => [...new Set(values)].map((value) => values.filter((each) => each === value).length);

test('two processes share the queue: every mail comes once, and every notification is counted once', async () => {
  const category = await makeCategory(desk.app, { name: 'Something else' });
  const ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  const reference = await sendRequest(desk.app, cora.customer, { category, subject: 'Shared work', body: 'x' });
  await desk.settle();
  // Slow enough that both have mails under way.
  post.open = new Promise((resolve) => setTimeout(resolve, 8000));
  const count = 30;
  for (let n = 0; n < count; n += 1) await replyAsAgent(desk.app, ada, reference, `Answer ${n}`);
  await portal<{ deliverDue(): Promise<void> }>(desk.app, 'events').deliverDue();
  for (let tries = 0; tries < 300 && (await mails().count({ where: { state: 'queued' } })) > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await desk.settle();
  }
  expect(await mails().count({ where: { state: 'sent' } })).toBe(count + 1);
  expect(new Set(counted(post.received.map(({ headers }) => headers['message-id'])))).toEqual(new Set([1]));
  expect(post.received).toHaveLength(count + 1);
  expect(post.most).toBe(2);
  const { data } = await cora.get<{ unread: number }>('/me');
  expect([data.unread, await desk.app.db.query('plugin::portal.notification').count()]).toEqual([count, count]);
});
