import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { checkNames, type CheckName, type Examination } from '../../plugin/contracts/doctor';
import { makeArticle } from '../../database/seeds/builders/articles';
import { portal } from '../../database/seeds/builders/services';
import { BucketServer } from '../support/bucket-server';
import { configured, lookAt, mailServedBy, proxyWithoutSockets, readOnlyDatabase, strictMailServer, type Undo } from '../support/broken-set-ups';
import { configure } from '../support/configured';
import { ProjectOnTheDisk } from '../support/project-on-the-disk';
import { freePort } from '../support/running-app';
import { bootDesk, type Desk } from '../support/strapi';

jest.setTimeout(240_000);
const letters = new BucketServer();
let mails: Awaited<ReturnType<typeof strictMailServer>>;
let desk: Desk;
let closed: number;

beforeAll(async () => {
  await letters.start();
  mails = await strictMailServer('portal', 'open sesame');
  closed = await freePort();
  desk = await bootDesk({ ...letters.environment(), PORTAL_MAIL: 'email', SMTP_HOST: '127.0.0.1', SMTP_PORT: String(mails.port), SMTP_USERNAME: 'portal', SMTP_PASSWORD: 'open sesame', MAIL_FROM: 'Northwind Help <help@northwind.example>' });
  await makeArticle(desk.app, { title: 'A lamp blinks', slug: 'a-lamp-blinks', body: 'Press the button.' });
  await desk.settle();
});
afterAll(async () => {
  await desk?.stop();
  await mails.stop();
  await letters.stop();
  letters.remove();
});

const own = (key: string, value: unknown): Undo => configured(desk.app, { [`plugin::portal.${key}`]: value });
const table = (name: string) => desk.app.db.getConnection(name);
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
const s3 = (more: object): Undo => own('files.s3', { ...desk.app.config.get<object>('plugin::portal.files.s3'), ...more });

const roleWith = async (action: string): Promise<Undo> => {
  const permissions = desk.app.db.query('plugin::users-permissions.permission');
  const visitors = (await desk.app.db.query('plugin::users-permissions.role').findOne({ where: { type: 'public' } })) as { id: number };
  const { id } = (await permissions.create({ data: { action, role: visitors.id } })) as { id: number };
  return () => permissions.delete({ where: { id } });
};
const inQueue = async (uid: 'outbox' | 'mail', data: object): Promise<Undo> => {
  const rows = desk.app.db.query(`plugin::portal.${uid}`);
  const { id } = (await rows.create({ data })) as { id: number };
  return () => rows.delete({ where: { id } });
};
const otherServer = async (more: object): Promise<Undo> => {
  const rows = desk.app.db.query('plugin::portal.heartbeat');
  const { id } = (await rows.create({ data: { node: 'another', host: 'another.example', startedAt: minutesAgo(600), beatAt: new Date(), jobs: [], ...more } })) as { id: number };
  return () => rows.delete({ where: { id } });
};
/** A middleware of the project that answers before ours can. */
const eagerMiddleware = (): Undo => {
  const { middleware } = desk.app.server.app as unknown as { middleware: unknown[] };
  middleware.unshift(async (ctx: { body: unknown }) => (ctx.body = 'Hello'));
  return () => middleware.shift();
};
const fileInTheWay = (): Undo => {
  const place = path.join(desk.dataDirectory, 'in-the-way');
  writeFileSync(place, '');
  const undo = own('filesDirectory', path.join(place, 'attachments'));
  return () => {
    undo();
    rmSync(place);
  };
};
const articleLost = async (): Promise<Undo> => {
  await table('portal_search_documents').delete();
  return () => portal<{ rebuild(): Promise<void> }>(desk.app, 'article-index').rebuild();
};
const indexGone = async (): Promise<Undo> => {
  await desk.app.db.connection.raw('drop index portal_mails_message');
  return () => desk.app.db.connection.raw('create index portal_mails_message on portal_mails (message_id)');
};
const behindDeafProxy = async (): Promise<Undo> => {
  const proxy = await proxyWithoutSockets(desk.url);
  const undo = own('publicUrl', proxy.url);
  return async () => {
    await proxy.stop();
    return undo();
  };
};
const senderIsNobody = async (): Promise<Undo> => {
  const before = desk.app.config.get('plugin::portal.mail.from');
  await configure(desk, 'mail.from', 'support@localhost');
  return () => configure(desk, 'mail.from', before);
};
interface Migrations {
  learn(more: object[]): void;
  atStart(): Promise<void>;
  run(): Promise<void>;
}
/** A migration that the next version brings, and a start with it. */
const started = async (migration: object): Promise<unknown> => {
  const migrations = portal<Migrations>(desk.app, 'migrations');
  migrations.learn([migration]);
  return migrations.atStart().catch((error: unknown) => error);
};
const longMigration = async (): Promise<Undo> => {
  expect(await started({ name: '990-many', what: 'Goes through many rows.', step: async () => null })).toBeUndefined();
  return () => portal<Migrations>(desk.app, 'migrations').run();
};
const failingMigration = async (): Promise<Undo> => {
  let hasRoom = false;
  const up = async (): Promise<void> => {
    if (!hasRoom) throw new Error('no room');
  };
  expect(String(await started({ name: '991-fails', what: 'Needs room.', up }))).toContain('The migration 991-fails failed: no room.');
  hasRoom = true;
  return () => portal<Migrations>(desk.app, 'migrations').run();
};
const openBucket = (): Undo => {
  letters.isOpen = true;
  return () => (letters.isOpen = false);
};

test('before anybody works there, the one thing that is not well is named', async () => {
  expect(await lookAt(desk.app, 'agents')).toMatchObject({ state: 'broken', found: 'Nobody can log in to the admin yet.', mend: expect.stringContaining('make the first administrator') });
});

test('of a good set-up nothing is said, by the admin’s page neither', async () => {
  const ada = await desk.agent('Ada', ['tickets.reply', 'settings.read']);
  const { data } = await ada.post<Examination>('/settings/examinations', {});
  expect(data.findings.filter(({ state }) => state !== 'well')).toEqual([]);
  expect([data.state, data.findings.map(({ name }) => name)]).toEqual(['well', [...checkNames]]);
  expect(await ada.post('/settings/examinations', { checks: ['weather'] })).toMatchObject({ status: 400, code: 'validation_failed' });
  expect((await ada.post<Examination>('/settings/examinations', { checks: ['clock', 'mail'] })).data.findings.map(({ name }) => name)).toEqual(['mail', 'clock']);
});

const besideOnThisDatabase: ['warning' | 'broken', string, string] =
  process.env.DATABASE_CLIENT === 'postgres' ? ['warning', 'no Redis is named', 'Set PORTAL_REDIS_URL'] : ['broken', '2 nodes write into one SQLite file', 'move to PostgreSQL'];
type SetUp = [what: string, check: CheckName, set: () => Undo | Promise<Undo>, state: 'warning' | 'broken', found: string, mend: string];
const setUps: SetUp[] = [
  ['an older Strapi', 'runtime', () => configured(desk.app, { 'info.strapi': '4.25.0' }), 'broken', 'This is Strapi 4.25.0', 'move the project there'],
  ['a database that may only be read', 'database', () => readOnlyDatabase(desk.app), 'broken', 'cannot be written', 'right to write'],
  ['an index that is gone', 'tables', indexGone, 'broken', 'portal_mails_message', 'start the server once'],
  ['a long migration that waits', 'migrations', longMigration, 'warning', '990-many', 'Run "portal migrate" beside the server'],
  ['a migration that failed', 'migrations', failingMigration, 'broken', '991-fails failed: no room', 'it goes on there'],
  ['a folder that cannot be written', 'folders', fileInTheWay, 'broken', 'folder of customers’ files', 'another folder (filesDirectory'],
  ['a secret out of an example', 'secrets', () => configured(desk.app, { 'admin.auth.secret': 'tobemodified-tobemodified-tobe' }), 'broken', 'ADMIN_JWT_SECRET is an example', 'openssl rand -base64 32'],
  ['a secret that is missing', 'secrets', () => configured(desk.app, { 'admin.apiToken.salt': undefined }), 'broken', 'API_TOKEN_SALT is not set', 'openssl'],
  ['one secret for two things', 'secrets', () => configured(desk.app, { 'admin.apiToken.salt': desk.app.config.get('admin.auth.secret') }), 'warning', 'same as another', 'Give each its own'],
  ['an address without https', 'address', () => own('publicUrl', 'http://help.example.com'), 'broken', 'not on https', 'certificate'],
  ['https, and a proxy that is not trusted', 'address', () => own('publicUrl', 'https://help.example.com'), 'broken', 'does not trust the proxy', 'TRUST_PROXY=true'],
  ['a middleware that answers everything', 'middlewares', eagerMiddleware, 'broken', 'is answered with 200', 'config/middlewares'],
  ['a list of middlewares without the body', 'middlewares', () => configured(desk.app, { middlewares: ['strapi::errors', 'strapi::security', 'strapi::query'] }), 'broken', 'lacks strapi::body', 'config/middlewares'],
  ['pages that are not built', 'site', () => own('site.directory', '/nowhere'), 'broken', 'There are no pages at /nowhere', 'npm run build'],
  ['pages of another path', 'site', () => own('url', '/help'), 'broken', 'built for /support and are served at /help', 'HELPDESK_PORTAL_URL=/help'],
  ['a mail server that does not run', 'mail', () => mailServedBy(desk.app, { host: '127.0.0.1', port: closed }), 'broken', 'does not take mails', 'SMTP_HOST and SMTP_PORT'],
  ['a mail server that does not know us', 'mail', () => mailServedBy(desk.app, { host: '127.0.0.1', port: mails.port, auth: { user: 'portal', pass: 'wrong' } }), 'broken', 'Invalid login', 'SMTP_USERNAME and SMTP_PASSWORD'],
  ['mails that nobody gets, in production', 'mail', () => configured(desk.app, { environment: 'production', 'plugin::portal.mail.transport': 'mailbox' }), 'broken', 'none is sent', 'PORTAL_MAIL=email'],
  ['a sender that nobody can answer', 'mail', senderIsNobody, 'warning', 'nobody can answer', 'MAIL_FROM'],
  ['a mailbox that does not answer', 'mailbox', () => own('mail.inbound', { ...desk.app.config.get<object>('plugin::portal.mail.inbound'), address: 'help@northwind.example', imap: { host: '127.0.0.1', port: closed, secure: false, user: 'help', password: 'x', mailbox: 'INBOX', doneMailbox: '' } }), 'broken', 'cannot be read', 'PORTAL_IMAP_PORT'],
  ['a bucket that does not answer', 'bucket', () => s3({ endpoint: `http://127.0.0.1:${closed}` }), 'broken', 'does not keep files', 'PORTAL_S3_ENDPOINT'],
  ['a bucket with another secret', 'bucket', () => s3({ secretAccessKey: 'wrong' }), 'broken', 'does not keep files', 'PORTAL_S3_KEY_ID and PORTAL_S3_SECRET'],
  ['a bucket that is not there', 'bucket', () => s3({ bucket: 'elsewhere' }), 'broken', 'bucket elsewhere', 'Make the bucket'],
  ['a bucket that everybody can read', 'bucket', openBucket, 'broken', 'Everybody can read', 'block public access'],
  ['a scanner that does not run', 'scanner', () => own('files.scanner', { address: `127.0.0.1:${closed}`, timeoutMs: 2000, whenAway: 'hold' }), 'broken', 'does not scan', 'Start clamd'],
  ['a Redis that does not run', 'redis', () => own('realtime.redisUrl', `redis://:hidden@127.0.0.1:${closed}`), 'broken', 'does not answer', 'PORTAL_REDIS_URL'],
  ['a second server beside this one', 'redis', () => otherServer({}), ...besideOnThisDatabase],
  ['an address at which nothing answers', 'sockets', () => own('publicUrl', `http://127.0.0.1:${closed}`), 'broken', 'nothing answers at', 'PUBLIC_URL'],
  ['a proxy that passes no sockets on', 'sockets', behindDeafProxy, 'warning', 'Pages ask again and again', 'Upgrade: websocket'],
  ['keys for browsers of two pairs', 'push', () => own('push', { publicKey: 'BOther', privateKey: 'a'.repeat(43), contact: '', anyAddress: false }), 'broken', 'do not belong together', 'generate-vapid-keys'],
  ['visitors with a right on articles', 'rights', () => roleWith('plugin::portal.article.find'), 'broken', 'Public has plugin::portal.article.find', 'Take the rights away'],
  ['visitors who may list all customers', 'rights', () => roleWith('plugin::users-permissions.user.find'), 'broken', 'Public has plugin::users-permissions.user.find', 'Take the rights away'],
  ['visitors who may replace files', 'rights', () => roleWith('plugin::upload.content-api.upload'), 'warning', 'media library', 'replace the file'],
  ['an article that cannot be found', 'search', articleLost, 'broken', '1 published text cannot be found', 'search:rebuild'],
  ['an event that nobody was told of', 'queues', () => inQueue('outbox', { type: 'x', subject: 'x', payload: {}, done: [], state: 'pending', attempts: 0, availableAt: minutesAgo(30), lockedUntil: new Date(Date.now() + 600_000) }), 'broken', '1 event should have been dealt with', 'the server runs'],
  ['a mail that was given up', 'queues', () => inQueue('mail', { key: 'x', to: 'x@example.com', subject: 'x', headers: {}, messageId: 'x', state: 'failed', attempts: 10, availableAt: minutesAgo(30) }), 'warning', '1 mail could not be sent', 'Failed mails'],
  ['a job that fails', 'jobs', () => otherServer({ jobs: [{ name: 'send mail', everyMs: 5000, ranAt: new Date().toISOString(), failure: 'no room' }] }), 'warning', 'The job "send mail" failed on another.example: no room', 'log of that server'],
  ['a job that hangs', 'jobs', () => otherServer({ jobs: [{ name: 'send mail', everyMs: 5000, ranAt: minutesAgo(120).toISOString(), failure: null }] }), 'broken', 'does not come to an end', 'Start that server anew'],
  ['a server with another clock', 'clock', () => otherServer({ beatAt: minutesAgo(-2) }), 'broken', 'another.example is 120 seconds ahead', 'chrony'],
];

test.each(setUps)('%s is named, with what to do', async (_what, check, set, state, found, mend) => {
  const undo = await set();
  const seen = await lookAt(desk.app, check);
  await undo();
  expect(seen).toEqual({ name: check, state, found: expect.stringContaining(found), mend: expect.stringContaining(mend) });
  expect(JSON.stringify(seen)).not.toMatch(/hidden|sesame|S3RVER/);
  expect(await lookAt(desk.app, check)).toMatchObject({ state: 'well', mend: '' });
});

test('each check is broken by at least one of these', () => {
  expect([...new Set([...setUps.map(([, check]) => check), 'agents'])].sort()).toEqual([...checkNames].sort());
});

test('an examination leaves nothing behind, in the bucket nor in the folder', async () => {
  const before = letters.count();
  await lookAt(desk.app, 'bucket');
  await lookAt(desk.app, 'folders');
  expect([letters.count(), readdirSync(path.join(desk.dataDirectory, 'attachments'), { recursive: true })]).toEqual([before, []]);
});

describe('from the command line', () => {
  const project = new ProjectOnTheDisk();
  afterAll(() => project.remove());
  const call = (words: string[], environment: Record<string, string>) => project.begin(['doctor', ...words], environment);

  test('somebody whose database does not run is told that, and what to do', async () => {
    const { status, stdout } = await call(['--json'], { DATABASE_CLIENT: 'postgres', DATABASE_URL: `postgres://nobody@127.0.0.1:${closed}/nothing` });
    const { findings } = JSON.parse(stdout) as Examination;
    expect([status, findings]).toEqual([1, [{ name: 'database', state: 'broken', found: expect.stringContaining('ECONNREFUSED'), mend: expect.stringContaining('DATABASE_URL') }]]);
  });

  test('somebody reads, in words, what is well and what is not', async () => {
    const { status, stdout } = await call(['--only', 'runtime,mail,jobs'], { DATABASE_CLIENT: 'sqlite', SMTP_HOST: '127.0.0.1', SMTP_PORT: String(closed) });
    expect(stdout).toMatch(/^well +runtime +Node \d/m);
    expect(stdout).toMatch(/^BROKEN +mail +The mail server at 127\.0\.0\.1:\d+ does not take mails: .*\n +→ .*SMTP_HOST/m);
    expect(stdout).toMatch(/^warning +jobs +No server has said/m);
    expect([status, stdout.trim().split('\n').at(-1)]).toEqual([1, '1 broken, 1 to look at, 1 well.']);
  });
});
