import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { agentClient } from '../support/agent';
import { MailServer, type Step } from '../support/mail-server';
import { startApp, type RunningApp } from '../support/running-app';
import { newSendings, send, signInByApi } from './senders';

jest.setTimeout(400_000);

const post = new MailServer();
let app: RunningApp;
let category: string;

const gone = (): Promise<void> => new Promise((resolve) => void app.process.once('exit', () => resolve()));
const start = async (): Promise<void> => {
  const own: Record<string, string> = app ? { PORTAL_DATA_DIR: app.dataDirectory } : {};
  app = await startApp({ ...own, PORTAL_MAIL: 'email', SMTP_HOST: '127.0.0.1', SMTP_PORT: String(port) });
};
let port: number;
beforeAll(async () => {
  port = await post.start();
  await start();
  category = (await (await agentClient(app, 'max@example.com')).makeCategory({ name: 'Killed while mailing' })).data.slug;
});
afterAll(async () => {
  await app?.stop();
  await post.stop();
});

/** A claim of a killed process ends by itself after two minutes (events: one); here they have passed. */
const afterTheLease = (): void => {
  const db = new DatabaseSync(path.join(app.dataDirectory, 'portal.db'));
  for (const table of ['portal_mails', 'portal_outbox']) db.exec(`update ${table} set locked_until = null`);
  db.close();
};

const openRequest = async (): Promise<string> => {
  const [sending] = newSendings(1);
  await send(app, await signInByApi(app), category, sending!);
  return sending!.subject;
};
const about = (subject: string) => post.received.filter(({ headers }) => headers.subject?.includes(subject));
const untilMailed = async (subject: string, count: number): Promise<void> => {
  for (let tries = 0; tries < 300 && about(subject).length < count; tries += 1) await pause(100);
  // Long enough for the job to come by once more.
  await pause(6000);
};

/** Where the server dies on the way of one mail, and how often it then comes. Only after the other side's word cannot it know. */
const points: [where: string, step: Step | null, copies: number][] = [
  ['before anybody was told of the request', null, 1],
  ['after it claimed the mail, at the greeting', 'connect', 1],
  ['after it named the receiver', 'receiver', 1],
  ['after it sent the words, before they were accepted', 'words', 1],
  ['after they were accepted, before it noted that', 'accepted', 2],
];

describe('A server that is killed while it mails loses no mail', () => {
  test.each(points)('when it dies %s', async (_where, step, copies) => {
    const died = gone();
    if (step !== null) post.at(step, () => app.process);
    const subject = await openRequest();
    if (step === null) app.process.kill('SIGKILL');
    await died;
    afterTheLease();
    await start();
    await untilMailed(subject, copies);
    const mails = about(subject);
    expect(mails).toHaveLength(copies);
    // A second copy is the same mail: mailboxes that look at ids keep one.
    expect(new Set(mails.map(({ headers }) => headers['message-id'])).size).toBe(1);
  });
});
