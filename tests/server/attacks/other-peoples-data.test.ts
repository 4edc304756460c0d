import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { makeCategory, sendRequest } from '../../../database/seeds/builders/requests';
import { at, portal } from '../../../database/seeds/builders/services';
import type { Attachment } from '../../../plugin/contracts/conversation';
import type { Me } from '../../../plugin/contracts/accounts';
import type { TicketDetail } from '../../../plugin/contracts/tickets';
import { mailOf, messageOf } from '../../inbound-mail/plain-mail';
import { World, deliver, inbox, webhookSecret } from '../../inbound-mail/world';
import { configure } from '../../support/configured';
import { placesOf } from '../../support/every-word';
import { smallPng } from '../../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../../support/strapi';
import type { Answer } from '../../support/visitor';

jest.setTimeout(120_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let max: LoggedIn;
let world: World;
let category: string;
beforeAll(async () => {
  desk = await bootDesk({ PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: webhookSecret, PORTAL_INBOUND_VERIFY: 'false' });
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  max = await desk.agent('Max', ['received-mails.read', 'received-mails.manage']);
  category = await makeCategory(desk.app, { name: 'Something else' });
  world = await World.of(desk, category);
});
afterAll(() => desk?.stop());

const send = (who: SignedIn, subject: string, body = 'Her words.', attachments: string[] = []): Promise<Answer<TicketDetail>> => who.post<TicketDetail>('/tickets', { subject, body, category, attachments });
const inDays = <T>(days: number, work: () => T): T => at(desk.app, new Date(Date.now() + days * 86_400_000), work);

describe('a mail that is made to keep the house busy for hours', () => {
  const many = 400_000;
  const noBreak = '\u00a0'.repeat(many);
  test.each<[string, Record<string, string>, string]>([
    ['a sender of one endless word', { From: `${'a'.repeat(many)}`, 'X-Original-To': 'b'.repeat(many) }, 'Good words.'],
    ['a line of dashes above the head of a quote', {}, `Good words.\r\n${'-'.repeat(many)}x\r\nFrom: a\r\nTo: b\r\nSubject: c`],
    ['a head of nothing but spaces', {}, `Good words.\r\nFrom:${' '.repeat(many)}\r\nFrom${' '.repeat(many)}x\r\nTo: b\r\nSubject: c`],
    ['spaces below a line that ends with a colon', {}, `Good words.\r\nOn 1 May 2026 at 10:00 a@b.example wrote:${' '.repeat(many)}x\r\nthe last line\r\n`],
    ['nothing but empty lines', {}, `Good words.${'\r\n'.repeat(many)}x`],
    ['a last line of brackets', {}, `Good words.\r\n${'['.repeat(many)}`],
    ['HTML with spaces that are not broken', { 'Content-Type': 'text/html; charset=utf-8' }, `<p>Good words.</p><b>a${noBreak}b</b>${noBreak}c`],
    ['marks that only we write', { 'Content-Type': 'text/plain; charset=utf-8' }, `Good words.\r\n${'\ue001'.repeat(40_000)}`],
  ])('is read all the same, and shown: %s', async (_name, more, text) => {
    const { words, me } = await world.scene('pending', false);
    const row = await deliver(desk, mailOf(me.email, text, { To: words.reply!, ...more }));
    expect(['done', 'held']).toContain(row.state);
    if (row.state === 'done') expect((await messageOf(desk, row))?.body).toContain('Good words.');
    expect((await max.get(`/received-mails/${row.key}`)).status).toBe(200);
  });
});

describe('an agent who may write and not read', () => {
  test.each<[string, string, (who: LoggedIn, reference: string, other: string) => Promise<Answer<unknown>>]>([
    ['a note', 'tickets.note', (who, reference) => who.post(`/tickets/${reference}/notes`, { body: 'A look.' })],
    ['a reply', 'tickets.reply', (who, reference) => who.post(`/tickets/${reference}/comments`, { body: 'A look.' })],
    ['a look at a merge', 'tickets.merge', (who, reference, other) => who.get(`/tickets/${reference}/merge?into=${other}`)],
    ['an article put beside it', 'tickets.reply', (who, reference) => who.put(`/tickets/${reference}/articles/none`, {})],
    ['an incident', 'tickets.update', (who, reference) => who.put(`/tickets/${reference}/incident`, { incident: null })],
  ])('reads no ticket by %s', async (_name, right, call) => {
    const [reference, other] = [(await send(cora, 'Only for readers')).data.reference, (await send(cora, 'Another')).data.reference];
    const eve = await desk.agent(`Eve ${right}`, [right]);
    const answer = await call(eve, reference, other);
    expect([answer.status, answer.code]).toEqual([403, 'access_refused']);
    expect(answer.text).not.toMatch(/Her words|Cora/);
  });
});

describe('files that are two things at once', () => {
  const page = '<html><script>alert(document.cookie)</script></html>';
  const both = (first: Buffer, second: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat([first, Buffer.from(second)]));
  const word = async (unpacked: number): Promise<Uint8Array<ArrayBuffer>> => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(unpacked, '<Override ContentType="a"/>'), '[Content_Types].xml');
    zip.end();
    return new Uint8Array(await buffer(zip.outputStream));
  };

  test.each<[string, Uint8Array<ArrayBuffer>]>([
    ['page.png', both(smallPng, page)],
    ['jar.png', both(smallPng, 'PK\u0003\u0004META-INF/MANIFEST.MF')],
    ['script.pdf', both(Buffer.from('%PDF-1.7\n'), `/OpenAction << /S /JavaScript /JS (app.alert(1)) >> ${page}`)],
  ])('%s is saved and never shown, whole or in part', async (name, bytes) => {
    const { data } = await cora.upload<Attachment>(name, bytes);
    for (const more of [{}, { range: 'bytes=60-' }, { accept: 'text/html' }] as Record<string, string>[]) {
      const answer = await cora.fetch('GET', `/attachments/${data.id}`, undefined, more);
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([200, name.endsWith('png') ? 'image/png' : 'application/pdf', 'nosniff']);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
      expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
      await answer.arrayBuffer();
    }
  });

  test.each(['a.svg', 'a.html', 'a.svg.png', 'a.html\u0000.png', 'a.png.html'])('%s with a script in it is not taken', async (name) => {
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>');
    expect(['file_type_refused', 'upload_malformed']).toContain((await cora.upload(name, svg)).code);
  });

  test('a bomb is refused or kept as it came, and nobody here unpacks it', async () => {
    const before = process.memoryUsage().rss;
    for (const [name, bytes] of [['bomb.docx', await word(120_000_000)], ['bomb.png', new Uint8Array(gzipSync(Buffer.alloc(80_000_000)))]] as const) {
      expect([201, 400, 415, 422]).toContain((await cora.upload(name, bytes)).status);
      expect([201, 400, 415, 422]).toContain((await cora.upload(name, bytes)).status);
    }
    // Making them takes more than that; unpacking each of the four would take as much again.
    expect(process.memoryUsage().rss - before).toBeLessThan(500_000_000);
  });

  test('no path leads out of where files are', async () => {
    for (const trick of ['..%2f..%2f.env', '%2e%2e/%2e%2e/.env', '....//.env', '%00', 'a%0d%0aSet-Cookie:x=1', 'exports', 'received-mail']) {
      expect([trick, (await cora.get(`/attachments/${trick}`)).status]).toEqual([trick, 404]);
      const there = await fetch(`${desk.url}/support/attachments/${trick}`, { headers: { cookie: cora.cookie }, redirect: 'manual' });
      expect([trick, there.status === 200, there.headers.get('set-cookie')?.includes('x=1') ?? false]).toEqual([trick, false, false]);
    }
  });
});

describe('names and subjects that turn the words around them', () => {
  const turn = '\u202egnihton';
  test('lose what turns: in a profile, in a request, and in a mail', async () => {
    await otto.patch('/me', { name: `Otto ${turn}` });
    expect((await otto.get<Me>('/me')).data.name).toBe('Otto gnihton');
    expect((await send(otto, `A lamp ${turn}\u2066`)).data.subject).toBe('A lamp gnihton');
    expect((await otto.patch('/me', { name: '\u202e\u2066' })).status).toBe(400);
    const row = await deliver(desk, mailOf(otto.customer.email, 'By mail.', { Subject: `=?utf-8?B?${Buffer.from(`Lamp ${turn}`).toString('base64')}?=` }));
    expect((await otto.get<{ subject: string }[]>('/tickets?pageSize=5')).data.map(({ subject }) => subject)).toContain('Lamp gnihton');
    expect(row.state).toBe('done');
    expect((await otto.patch('/me', { name: 'علي \u200fبن' })).status).toBe(200);
  });

  test('make no header of a mail', async () => {
    expect((await send(otto, 'A lamp\r\nBcc: everybody@example.com')).status).toBe(400);
    expect((await otto.patch('/me', { name: 'Otto\r\nBcc: everybody@example.com' })).status).toBe(400);
    await deliver(desk, mailOf(otto.customer.email, 'By mail.', { Subject: `=?utf-8?B?${Buffer.from('Lamp\r\nBcc: everybody@example.com').toString('base64')}?=` }));
    await desk.settle();
    const mails = (await desk.app.db.query('plugin::portal.mail').findMany({})) as { to: string; subject: string; headers: object }[];
    expect(mails.filter(({ to, subject, headers }) => /[\r\n]/.test(`${to}${subject}`) || 'Bcc' in headers)).toEqual([]);
  });
});

describe('what a person leaves behind', () => {
  test('goes also where a request has the name that erasure gives to those that went', async () => {
    const eve = await desk.customer('Eve Quaggamire');
    const { reference } = (await send(eve, 'Erased request', 'The quaggamire words.')).data;
    await send(eve, 'Another', 'More quaggamire words.');
    const ada = await desk.agent('Ada');
    await ada.post(`/tickets/${reference}/notes`, { body: 'A note on the quaggamire.' });
    await desk.settle();
    await portal<{ start(id: number, delay: boolean, by: object): Promise<void> }>(desk.app, 'erasures').start(eve.customer.customerId, false, { id: ada.agent.id, name: 'Ada' });
    await portal<{ runDue(): Promise<void> }>(desk.app, 'erasure-runner').runDue();
    expect(await placesOf(desk.app, desk.dataDirectory, /quaggamire/i)).toEqual([]);
  });

  test('and a request of that name is emptied in its time, too', async () => {
    await configure(desk, 'retention', { ...desk.app.config.get<object>('plugin::portal.retention'), closedTicketDays: 30 });
    const { reference } = (await send(cora, 'Erased request', 'The wolpertinger words.')).data;
    await cora.post(`/tickets/${reference}/closure`);
    await inDays(31, () => portal<{ run(): Promise<object> }>(desk.app, 'retention').run());
    expect((await cora.get<TicketDetail>(`/tickets/${reference}`)).data.comments.map(({ body }) => body)).toEqual(['(erased)']);
  });
});

describe('bytes that no row names', () => {
  interface Sweeper {
    forget(): Promise<Record<string, number>>;
  }
  const sweeper = (): Sweeper => portal<Sweeper>(desk.app, 'unknown-files');
  const root = (): string => desk.app.config.get<string>('plugin::portal.filesDirectory');
  const leave = (folder: string, name: string, days = 2): string => {
    const file = path.join(root(), folder, name.slice(0, 2), name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'Words of somebody.');
    const then = new Date(Date.now() - days * 86_400_000);
    utimesSync(file, then, then);
    return file;
  };

  test('go after a day, and nothing else does', async () => {
    await portal<{ run(): Promise<object> }>(desk.app, 'retention').run();
    const { data } = await cora.upload<Attachment>('kept.png', new Uint8Array(smallPng));
    await sendRequest(desk.app, cora.customer, { category, subject: 'With a file', body: 'Look.', files: [{ name: 'a.png', bytes: smallPng }] });
    const name = 'zz-a-file-that-a-node-left-when-it-ended-000';
    const gone = [leave('', name), leave('', 'zy-half-of-a-file-000000000000000000000000.part'), leave('received-mail', name), leave('exports', name.slice(0, 32))];
    const young = leave('', 'zx-a-file-that-is-just-being-written-00000000', 0);
    const mails = readdirSync(path.join(root(), 'received-mail'), { recursive: true }).length;
    const counts = await sweeper().forget();
    expect(counts).toEqual({ files: 2, mails: 1, archives: 1, objects: 0 });
    expect([...gone, young].map((file) => existsSync(file))).toEqual([false, false, false, false, true]);
    expect(readdirSync(path.join(root(), 'received-mail'), { recursive: true })).toHaveLength(mails - 1);
    await inDays(2, async () => expect(await sweeper().forget()).toEqual({ files: 1, mails: 0, archives: 0, objects: 0 }));
    expect((await cora.fetch('GET', `/attachments/${data.id}`)).status).toBe(200);
  });
});
