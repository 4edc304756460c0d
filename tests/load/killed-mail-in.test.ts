import { rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { read, under } from '../architecture/sources';
import { smallPng } from '../support/parcel-category';
import { demoDirectory, startApp, type RunningApp } from '../support/running-app';
import { keptOf, orphans } from './kept-rows';

jest.setTimeout(600_000);

const secret = 'a-secret-of-the-tests';
const subject = 'It went through every kill';
const inbox = 'support@northwind.example';
let dataDirectory: string;

/** Every place in the code where the process may end, in the order in which a mail passes them. */
const points = ['bytes written', 'row written', 'claimed', 'judged', 'files taken', 'not yet committed', 'delivered'];
/** Passed only by what comes from a mailbox: tests/mailboxes. */
const ofMailboxes = ['fetched', 'marked'];

const mail = `From: Cora <cora@example.com>\r\nTo: ${inbox}\r\nSubject: ${subject}\r\nDate: Wed, 25 Nov 2026 18:00:00 +0000\r\nMessage-ID: <killed@plain.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nStill here.\r\n--b\r\nContent-Type: image/png; name="light.png"\r\nContent-Transfer-Encoding: base64\r\n\r\n${smallPng.toString('base64')}\r\n--b--\r\n`;

const start = (point = ''): Promise<RunningApp | null> =>
  startApp({ PORTAL_DATA_DIR: dataDirectory, PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: secret, PORTAL_INBOUND_VERIFY: 'false', PORTAL_FAULT_POINT: point === '' ? '' : `inbound-mail: ${point}` }).catch((error: unknown) => {
    // It may meet what waits for it before it says that it is ready.
    if (point === '') throw error;
    return null;
  });
const ended = async ({ process: child }: RunningApp): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once('exit', resolve));
};
const handIn = ({ url }: RunningApp): Promise<number> =>
  fetch(`${url}/api/portal/inbound-mail`, { method: 'POST', body: mail, headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${secret}` } }).then(({ status }) => status, () => 0);

/** As when the time of the killed process's claim is over. */
const letTimePass = (): void => {
  const db = new DatabaseSync(path.join(dataDirectory, 'portal.db'));
  db.exec('UPDATE portal_received_mails SET locked_until = NULL, attempts = 0, available_at = 0');
  db.close();
};
const received = (): { state: string; reason: string | null; ticket: number | null; comment: number | null }[] => {
  const db = new DatabaseSync(path.join(dataDirectory, 'portal.db'), { readOnly: true });
  const found = db.prepare('SELECT state, reason, ticket_id AS ticket, comment_id AS comment FROM portal_received_mails').all();
  db.close();
  return found as never;
};
const filesOf = (comment: number | null): unknown[] => {
  const db = new DatabaseSync(path.join(dataDirectory, 'portal.db'), { readOnly: true });
  const found = db.prepare('SELECT name FROM portal_attachments WHERE comment_id = ?').all(comment);
  db.close();
  return found;
};

beforeAll(async () => {
  dataDirectory = demoDirectory();
  await (await start())?.process.kill('SIGTERM');
  await pause(1000);
});
afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

test('every place where a mail can be interrupted is one of those that are tried', () => {
  const inCode = under('plugin/server/src/').flatMap((file) => [...read(file).matchAll(/faultPoint\('inbound-mail: ([^']+)'\)/g)].map(([, name]) => name!));
  expect([...points, ...ofMailboxes].sort()).toEqual(inCode.sort());
});

test('a mail that meets the end of the server at every step is one request with its file in the end', async () => {
  for (const point of points) {
    const app = await start(point);
    if (app && received().length === 0) await handIn(app);
    if (app) await ended(app);
    expect([point, received().length]).toEqual([point, point === 'bytes written' ? 0 : 1]);
    letTimePass();
  }
  const app = await start();
  // Nobody answered the sender's server, so it comes once more.
  expect(await handIn(app!)).toBe(200);
  for (let tries = 0; tries < 200 && received().some(({ state }) => state !== 'done'); tries += 1) await pause(100);
  const [row, ...others] = received();
  expect([row?.state, row?.reason, others.length]).toEqual(['done', 'ticket_opened', 0]);
  expect(filesOf(row?.comment ?? null)).toEqual([{ name: 'light.png' }]);
  for (let tries = 0; tries < 400 && keptOf(dataDirectory, [subject]).get(subject)?.mails === 0; tries += 1) await pause(200);
  expect(keptOf(dataDirectory, [subject]).get(subject)).toMatchObject({ tickets: 1, messages: 1, timeline: 1, events: 1, mails: 1 });
  expect(orphans(dataDirectory)).toMatchObject({ messages: 0, timeline: 0, events: 0, emptyTickets: 0 });
  app!.process.kill('SIGTERM');
  await ended(app!);
});
