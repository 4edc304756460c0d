import { readdirSync } from 'node:fs';
import path from 'node:path';
import { makeCategory, replyAsAgent } from '../../database/seeds/builders/requests';
import { makeAgent, type Agent } from '../../database/seeds/builders/people';
import { at, portal } from '../../database/seeds/builders/services';
import type { Attachment } from '../../plugin/contracts/conversation';
import type { DeskTicketDetail } from '../../plugin/contracts/desk';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { unzip } from '../support/archive';
import { configure } from '../support/configured';
import { pdfOf } from '../support/files';
import { Scanner, eicar } from '../support/scanner';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let scanner: Scanner;
let desk: Desk;
let cora: SignedIn;
let bob: LoggedIn;
let ada: Agent;
let category: string;
beforeAll(async () => {
  scanner = await Scanner.make();
  await scanner.start();
  desk = await bootDesk({ PORTAL_CLAMD: scanner.address, PORTAL_CLAMD_TIMEOUT_MS: '5000' });
  cora = await desk.customer('Cora Bell');
  bob = await desk.agent('Bob');
  ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(async () => {
  await desk?.stop();
  await scanner?.remove();
});
/** clamd is away while somebody works. */
const without = async (work: () => Promise<void>): Promise<void> => {
  await scanner.stop();
  try {
    await work();
  } finally {
    await scanner.start();
  }
};

const infected = (): Uint8Array<ArrayBuffer> => {
  const bytes = pdfOf(5000);
  bytes.set(new TextEncoder().encode(eicar), 1000);
  return bytes;
};
const files = () => portal<{ scanWaiting(): Promise<void>; forgetOld(): Promise<void> }>(desk.app, 'attachments');
const onDisk = (): string[] => readdirSync(path.join(desk.dataDirectory, 'attachments'), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes(path.sep)).map((name) => path.basename(name)).sort();
const sentWith = async (id: string): Promise<string> => (await cora.post<TicketDetail>('/tickets', { subject: 'With a file', body: 'Look.', category, attachments: [id] })).data.reference;
const withheld = async (reference: string): Promise<unknown[]> => (await cora.get<TicketDetail>(`/tickets/${reference}`)).data.attachments.map((each) => each.withheld);

test('a clean file is taken, and opened', async () => {
  const { status, data } = await cora.upload<Attachment>('clean.pdf', pdfOf(300_000));
  expect([status, data.withheld]).toEqual([201, null]);
  expect((await cora.send('GET', `${desk.url}/api/portal/attachments/${data.id}`)).status).toBe(200);
});

test('one with a virus is refused, by customer and agent alike, and nothing of it stays', async () => {
  const before = onDisk();
  expect(await cora.upload('bill.pdf', infected())).toMatchObject({ status: 422, code: 'file_infected' });
  expect(onDisk()).toEqual(before);
});

describe('while clamd is away', () => {
  test('a file is taken, and nobody can open it before it was scanned', async () => {
    let reference = '';
    let id = '';
    await without(async () => {
      const { status, data } = await cora.upload<Attachment>('later.pdf', pdfOf(2000));
      expect([status, data.withheld]).toEqual([201, 'scanning']);
      id = data.id;
      reference = await sentWith(id);
      expect(await cora.get(`/attachments/${id}`)).toMatchObject({ status: 409, code: 'file_withheld' });
      expect(await bob.get(`/attachments/${id}`)).toMatchObject({ status: 409, code: 'file_withheld' });
      await files().scanWaiting();
      expect(await withheld(reference)).toEqual(['scanning']);
    });
    await files().scanWaiting();
    await replyAsAgent(desk.app, ada, reference, 'Let me see.');
    expect(await withheld(reference)).toEqual([null]);
    expect((await cora.send('GET', `${desk.url}/api/portal/attachments/${id}`)).status).toBe(200);
  });

  test('what turns out to have a virus stays closed for everybody, is named, and is gone after thirty days', async () => {
    let id = '';
    await without(async () => {
      id = (await cora.upload<Attachment>('bad.pdf', infected())).data.id;
    });
    const reference = await sentWith(id);
    await files().scanWaiting();
    await replyAsAgent(desk.app, ada, reference, 'What is that?');
    expect(await withheld(reference)).toEqual(['virus']);
    expect((await bob.get<DeskTicketDetail>(`/tickets/${reference}`)).data.comments[0]?.attachments.map((each) => each.withheld)).toEqual(['virus']);
    expect(await cora.get(`/attachments/${id}`)).toMatchObject({ status: 409, code: 'file_withheld' });
    expect(await bob.get(`/attachments/${id}`)).toMatchObject({ status: 409, code: 'file_withheld' });
    const { data: archive } = await cora.post<{ id: string }>('/me/exports');
    await portal<{ runDue(): Promise<void> }>(desk.app, 'export-runner').runDue();
    const names = [...(await unzip(Buffer.from(await (await cora.fetch('GET', `/me/exports/${archive.id}/file`)).arrayBuffer()))).keys()];
    expect([names.some((name) => name.endsWith('later.pdf')), names.some((name) => name.endsWith('bad.pdf'))]).toEqual([true, false]);
    expect(onDisk()).toContain(id);
    await at(desk.app, new Date(Date.now() + 31 * 86_400_000), () => files().forgetOld());
    expect(onDisk()).not.toContain(id);
  });

  test('nothing is taken where the desk would rather have no file than one nobody looked into', async () => {
    await configure(desk, 'files.scanner.whenAway', 'refuse');
    await without(async () => {
      expect(await cora.upload('now.pdf', pdfOf(2000))).toMatchObject({ status: 503, code: 'scan_unavailable' });
    });
    expect((await cora.upload('now.pdf', pdfOf(2000))).status).toBe(201);
  });
});
