import { makeCategory } from '../../database/seeds/builders/requests';
import { inbox, makeQuickCustomer } from '../inbound-mail/world';
import { configured, lookAt } from '../support/broken-set-ups';
import { ImapServer } from '../support/imap-server';
import { bootDesk, type Desk } from '../support/strapi';
import type { Customer } from '../../database/seeds/builders/people';
import { setTimeout as pause } from 'node:timers/promises';

jest.setTimeout(120_000);
let server: ImapServer;
let desk: Desk;
let cora: Customer;

const environment = (port: number): Record<string, string> => ({
  PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_VERIFY: 'false', PORTAL_INBOUND_MAX_SIZE: '50000',
  PORTAL_IMAP_HOST: '127.0.0.1', PORTAL_IMAP_PORT: String(port), PORTAL_IMAP_SECURE: 'false', PORTAL_IMAP_USER: 'support', PORTAL_IMAP_PASSWORD: 'secret',
});
let count = 0;
const mail = (text: string): Buffer => {
  count += 1;
  return Buffer.from(`From: Cora <cora@example.com>\r\nTo: ${inbox}\r\nSubject: Mail ${count}\r\nDate: Wed, 25 Nov 2026 18:00:00 +0000\r\nMessage-ID: <box${count}@plain.example>\r\n\r\n${text}\r\n`);
};
interface Kept {
  subject: string;
  state: string;
  reason: string;
  via: string;
}
const kept = async (): Promise<Kept[]> => (await desk.app.db.query('plugin::portal.received-mail').findMany({ orderBy: { id: 'asc' } })) as Kept[];
const requests = async (): Promise<string[]> => ((await desk.app.db.query('plugin::portal.ticket').findMany({ where: { requesterId: cora.customerId }, orderBy: { id: 'asc' } })) as { subject: string }[]).map(({ subject }) => subject);
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await isSo()) return;
    await pause(100);
  }
  throw new Error(`It did not come: ${JSON.stringify(await kept())}`);
};

beforeAll(async () => {
  server = await ImapServer.make();
  await server.start();
  server.put(mail('It waits since before the start.'));
  desk = await bootDesk(environment(server.port));
  cora = await makeQuickCustomer(desk, 'Cora Bell', 'cora@example.com');
  await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(async () => {
  await desk?.stop();
  await server?.remove();
});

const isDone = (total: number) => async (): Promise<boolean> => (await kept()).filter(({ state }) => state === 'done').length === total;

test('what waited in the mailbox becomes a request, and is marked as seen once it is stored', async () => {
  // Customer and category came after the first look: what was held is run again.
  await until(async () => (await kept()).length === 1);
  const [first] = (await desk.app.db.query('plugin::portal.received-mail').findMany({})) as { id: number; state: string }[];
  if (first?.state !== 'done') {
    await until(async () => (await kept())[0]?.state !== 'received');
    await desk.app.db.query('plugin::portal.received-mail').updateMany({ where: { id: first!.id, state: 'held' }, data: { state: 'received', availableAt: new Date() } });
  }
  await until(isDone(1));
  expect((await kept())[0]).toMatchObject({ via: 'imap', reason: 'ticket_opened' });
  await until(async () => server.mails().every((name) => name.endsWith('S')));
});

test('the doctor signs in to the mailbox, and says which password or folder is wrong', async () => {
  const settings = desk.app.config.get<{ imap: object }>('plugin::portal.mail.inbound');
  const seen = async (imap: object) => {
    const undo = configured(desk.app, { 'plugin::portal.mail.inbound': { ...settings, imap: { ...settings.imap, ...imap } } });
    const found = await lookAt(desk.app, 'mailbox');
    undo();
    return found;
  };
  expect(await seen({})).toMatchObject({ state: 'well' });
  expect(await seen({ password: 'wrong' })).toMatchObject({ state: 'broken', found: expect.stringContaining('cannot be read'), mend: expect.stringContaining('PORTAL_IMAP_USER and PORTAL_IMAP_PASSWORD') });
  expect(await seen({ doneMailbox: 'Elsewhere' })).toMatchObject({ state: 'broken', found: 'There is no mailbox "Elsewhere" at the server.', mend: expect.stringContaining('PORTAL_IMAP_DONE_MAILBOX') });
});

test('what arrives is there at once: the server tells', async () => {
  server.put(mail('Just now.'));
  await until(isDone(2));
});

test('a mail that is too large is held with its head, and stays unread in the mailbox', async () => {
  server.put(mail('x'.repeat(60_000)));
  await until(async () => (await kept()).some(({ reason }) => reason === 'too_large'));
  expect(server.mails().filter((name) => !name.endsWith('S'))).toHaveLength(1);
});

test('after the server was away, what came meanwhile is taken, and nothing twice', async () => {
  await server.stop();
  server.put(mail('While it was away.'));
  await pause(500);
  await server.start();
  await until(isDone(3));
});

test('when the mailbox begins its numbers anew, nothing is taken twice', async () => {
  await server.stop();
  server.forgetNumbers();
  server.put(mail('After the numbers.'));
  await server.start();
  await until(isDone(4));
  expect(await requests()).toEqual(['Mail 1', 'Mail 2', 'Mail 4', 'Mail 5']);
});
