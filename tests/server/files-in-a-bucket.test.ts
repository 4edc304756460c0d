import { PutObjectCommand } from '@aws-sdk/client-s3';
import { makeCategory } from '../../database/seeds/builders/requests';
import type { Attachment } from '../../plugin/contracts/conversation';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { mailWithFile, runDue } from '../inbound-mail/plain-mail';
import { handIn, inbox, webhookSecret } from '../inbound-mail/world';
import { smallPng } from '../support/parcel-category';
import { at, portal } from '../../database/seeds/builders/services';
import { BucketServer } from '../support/bucket-server';
import { pdfOf, program } from '../support/files';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';
import { setTimeout as pause } from 'node:timers/promises';

jest.setTimeout(60_000);
const bucket = new BucketServer();
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: LoggedIn;
let category: string;
beforeAll(async () => {
  await bucket.start();
  desk = await bootDesk(bucket.environment({ PORTAL_S3_LINK_SECONDS: '10', PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: webhookSecret, PORTAL_INBOUND_VERIFY: 'false' }));
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  ada = await desk.agent('Ada');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(async () => {
  await desk?.stop();
  await bucket.stop();
  bucket.remove();
});

const address = (id: string): string => `${desk.url}/api/portal/attachments/${id}`;
/** Where a customer is sent who asks for a file; the answer itself where she is not. */
const ask = (by: SignedIn, id: string): Promise<Response> => by.fetch('GET', address(id));
const sent = async (id: string): Promise<string> => (await cora.post<TicketDetail>('/tickets', { subject: 'With a file', body: 'Look.', category, attachments: [id] })).data.reference;

describe('a file in a private bucket', () => {
  const bytes = pdfOf(300_000);
  let id: string;
  let link: string;

  test('is there and not on our disk, and is opened by an address of the bucket', async () => {
    id = (await cora.upload<Attachment>('Lamp äöü.pdf', bytes)).data.id;
    expect(bucket.count()).toBe(1);
    const answer = await ask(cora, id);
    link = answer.headers.get('location') ?? '';
    const page = await fetch(`${desk.url}/support/attachments/${id}`, { headers: { cookie: cora.cookie }, redirect: 'manual' });
    expect([page.status, new URL(page.headers.get('location') ?? '').pathname]).toEqual([302, `/letters/portal/${id}`]);
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual([302, 'private, no-store', 'no-referrer']);
    const opened = await fetch(link);
    expect(Buffer.from(await opened.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    expect(opened.headers.get('content-disposition')).toBe(`attachment; filename="Lamp ___.pdf"; filename*=UTF-8''Lamp%20%C3%A4%C3%B6%C3%BC.pdf`);
    expect(opened.headers.get('content-type')).toBe('application/pdf');
  });

  test('is opened by nobody else, by no address without its own signature, and is made public to nobody: buckets that know no ACL take it', async () => {
    await sent(id);
    expect((await ask(otto, id)).status).toBe(404);
    expect((await fetch(bucket.plain(id))).status).toBe(403);
    const other = (await cora.upload<Attachment>('other.pdf', pdfOf(2000))).data.id;
    expect((await fetch(link.replace(id, other))).status).toBe(403);
    expect((await fetch(link.replace('X-Amz-Expires=10', 'X-Amz-Expires=900'))).status).toBe(403);
    expect(new Set(bucket.acls)).toEqual(new Set(['']));
  });

  test('is not opened any more by an address that was copied, when its time is over', async () => {
    const fresh = (await ask(cora, id)).headers.get('location') ?? '';
    expect((await fetch(fresh)).status).toBe(200);
    await pause(11_000);
    expect((await fetch(fresh)).status).toBe(403);
    expect((await fetch((await ask(cora, id)).headers.get('location') ?? '')).status).toBe(200);
  });

  test('comes to an agent through us: the desk shows its token to no bucket', async () => {
    const answer = await fetch(`${desk.url}/portal/attachments/${id}`, { headers: { authorization: `Bearer ${ada.token}` }, redirect: 'manual' });
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  });

  test('is gone from the bucket when it is taken back', async () => {
    const before = bucket.count();
    expect((await cora.delete(`/attachments/${id}`)).status).toBe(200);
    expect(bucket.count()).toBe(before - 1);
    expect((await ask(cora, id)).status).toBe(404);
  });

  test('never gets there where it is refused', async () => {
    const before = bucket.count();
    expect((await cora.upload('bad.pdf', program())).status).toBe(415);
    expect(bucket.count()).toBe(before);
  });
});

test('while the bucket is away nothing is lost: the file is refused, and taken once it is back', async () => {
  const before = await desk.app.db.query('plugin::portal.attachment').count();
  await bucket.stop();
  try {
    expect(await cora.upload('a.pdf', pdfOf(2000))).toMatchObject({ status: 503, code: 'files_unavailable' });
  } finally {
    await bucket.start();
  }
  expect(await desk.app.db.query('plugin::portal.attachment').count()).toBe(before);
  expect((await cora.upload('a.pdf', pdfOf(2000))).status).toBe(201);
});

test('a mail with a file waits for the bucket, and loses nothing', async () => {
  const received = async () => (await desk.app.db.query('plugin::portal.received-mail').findMany({ orderBy: { id: 'desc' }, limit: 1 }))[0] as { state: string; reason: string | null };
  const mail = mailWithFile(cora.customer.email, 'The photo is attached.', { name: 'photo.png', type: 'image/png', base64: Buffer.from(smallPng).toString('base64') });
  const before = bucket.count();
  await bucket.stop();
  try {
    await handIn(desk, mail);
    await runDue(desk);
    expect((await received()).state).toBe('received');
  } finally {
    await bucket.start();
  }
  await at(desk.app, new Date(Date.now() + 120_000), () => runDue(desk));
  expect(await received()).toMatchObject({ state: 'done', reason: 'ticket_opened' });
  expect(bucket.count()).toBe(before + 1);
});

test('a file of more than 5 MB goes there in parts, and comes back whole', async () => {
  const bytes = pdfOf(7_000_000);
  const { status, data } = await cora.upload<Attachment>('large.pdf', bytes);
  expect(status).toBe(201);
  const back = await fetch((await ask(cora, data.id)).headers.get('location') ?? '');
  expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
});

describe('what a node left in the bucket that ended before its row was written', () => {
  const forget = (days: number): Promise<Record<string, number>> => at(desk.app, new Date(Date.now() + days * 86_400_000), () => portal<{ forget(): Promise<Record<string, number>> }>(desk.app, 'unknown-files').forget());
  const rowless = async (name: string): Promise<string> => {
    const { id } = (await cora.upload<Attachment>(name, pdfOf(3000))).data;
    await desk.app.db.query('plugin::portal.attachment').deleteMany({ where: { key: id } });
    return id;
  };
  const put = (key: string, mark?: string): Promise<unknown> => bucket.client().send(new PutObjectCommand({ Bucket: 'letters', Key: `portal/${key}`, Body: 'Of somebody else.', ...(mark ? { Metadata: { 'portal-owner': mark } } : {}) }));

  test('goes after a day; what has a row, and what another installation put there, stays', async () => {
    const { id } = (await cora.upload<Attachment>('kept.pdf', pdfOf(3000))).data;
    await sent(id);
    await rowless('left.pdf');
    await put('f'.repeat(43), 'another installation');
    await put('e'.repeat(43));
    await put('a-picture-of-the-media-library.png');
    const before = bucket.count();
    expect(await forget(0)).toMatchObject({ objects: 0 });
    expect(await forget(2)).toMatchObject({ objects: 1 });
    expect(bucket.count()).toBe(before - 1);
    expect((await ask(cora, id)).status).toBe(302);
    expect((await fetch((await ask(cora, id)).headers.get('location') ?? '')).status).toBe(200);
  });
});
