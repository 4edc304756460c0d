import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { ImapServer } from '../support/imap-server';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(400_000);
let server: ImapServer;
let dataDirectory: string;

const start = (point: string): Promise<RunningApp | null> =>
  startApp({
    PORTAL_DATA_DIR: dataDirectory, PORTAL_INBOUND_ADDRESS: 'support@northwind.example', PORTAL_INBOUND_VERIFY: 'false', PORTAL_FAULT_POINT: point === '' ? '' : `inbound-mail: ${point}`,
    PORTAL_IMAP_HOST: '127.0.0.1', PORTAL_IMAP_PORT: String(server.port), PORTAL_IMAP_SECURE: 'false', PORTAL_IMAP_USER: 'support', PORTAL_IMAP_PASSWORD: 'secret',
  }).catch(() => null);
const ended = async (app: RunningApp | null): Promise<void> => {
  if (app && app.process.exitCode === null && app.process.signalCode === null) await new Promise((resolve) => app.process.once('exit', resolve));
};
const inDatabase = <Result>(work: (db: DatabaseSync) => Result): Result => {
  const db = new DatabaseSync(path.join(dataDirectory, 'portal.db'));
  try {
    return work(db);
  } finally {
    db.close();
  }
};
const count = (): number => inDatabase((db) => (db.prepare('SELECT count(*) n FROM portal_received_mails').get() as { n: number }).n);
/** As when the killed node's time with the mailbox is over. */
const letTimePass = (): void => inDatabase((db) => db.exec('UPDATE portal_watched_mailboxes SET lease_until = 0; UPDATE portal_received_mails SET locked_until = NULL'));

beforeAll(async () => {
  dataDirectory = mkdtempSync(path.join(os.tmpdir(), 'portal-killed-mailbox-'));
  server = await ImapServer.make();
  await server.start();
  server.put(Buffer.from('From: cora@example.com\r\nTo: support@northwind.example\r\nSubject: Fetched\r\nDate: Wed, 25 Nov 2026 18:00:00 +0000\r\nMessage-ID: <fetched@plain.example>\r\n\r\nStill here.\r\n'));
});
afterAll(async () => {
  await server?.remove();
  rmSync(dataDirectory, { recursive: true, force: true });
});

test('a mail whose mailbox was left at every step is one mail, and marked in the end', async () => {
  for (const [point, isMarked] of [['fetched', false], ['marked', true]] as const) {
    await ended(await start(point));
    expect([point, count(), server.mails().some((name) => name.endsWith('S'))]).toEqual([point, 1, isMarked]);
    letTimePass();
  }
  const app = await start('');
  // The second look finds it once more, because nothing said how far the first had come.
  await pause(5000);
  expect([count(), server.mails().length, server.mails().every((name) => name.endsWith('S'))]).toEqual([1, 1, true]);
  app!.process.kill('SIGTERM');
  await ended(app);
});
