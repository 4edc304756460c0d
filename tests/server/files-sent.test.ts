import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import type { Attachment } from '../../plugin/contracts/conversation';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { configure } from '../support/configured';
import { multipart, pdfOf, program, textBytes } from '../support/files';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let category: string;
const png = new Uint8Array(smallPng);
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const folder = (): string => path.join(desk.dataDirectory, 'attachments');
const onDisk = (): string[] => (existsSync(folder()) ? readdirSync(folder(), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes(path.sep)) : []);
const rows = () => desk.app.db.query('plugin::portal.attachment').count();
const upload = async (name: string): Promise<string> => (await cora.upload(name, png)).data.id;
const send = (attachments: unknown) => cora.post<TicketDetail>('/tickets', { subject: 'With files', body: 'Look.', category, attachments });

describe('Cora attaches a file', () => {
  test('which is checked, measured and kept outside of everything that is served', async () => {
    const { status, data } = await cora.upload<Attachment>('Lamp äöü.PNG', png);
    expect(status).toBe(201);
    expect(data).toMatchObject({ name: 'Lamp äöü.PNG', size: png.length, mime: 'image/png', removable: true });
    expect(Object.keys(data).sort()).toEqual(['createdAt', 'id', 'mime', 'name', 'removable', 'size', 'withheld']);
    expect(onDisk()).toEqual([path.join(data.id.slice(0, 2), data.id)]);
    expect(existsSync(path.join(desk.dataDirectory, 'public', 'uploads', data.id))).toBe(false);
    expect((await cora.send('GET', `${desk.url}/uploads/${data.id}`)).status).toBe(404);
  });

  test('and it goes with her request, then with a reply', async () => {
    const [first, second] = [await upload('one.png'), await upload('two.png')];
    const { data } = await send([first]);
    expect(data.comments[0]?.attachments).toMatchObject([{ id: first, name: 'one.png' }]);
    const reply = await cora.post<TicketDetail>(`/tickets/${data.reference}/comments`, { body: 'And this.', attachments: [second] });
    expect(reply.data.attachments.map(({ id }) => id)).toEqual([first, second]);
    expect(reply.data.comments[1]?.attachments.map(({ id }) => id)).toEqual([second]);
    expect((await cora.get<unknown[]>(`/attachments?ids=${first},${second}`)).data).toEqual([]);
  });

  test('as pdf and as jpeg by any of its names', async () => {
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
    expect((await cora.upload<Attachment>('a.pdf', pdfOf(2000))).data.mime).toBe('application/pdf');
    for (const name of ['a.jpg', 'a.jpeg', 'a.JPG']) expect((await cora.upload<Attachment>(name, jpeg)).data.mime).toBe('image/jpeg');
  });

  test('up to ten megabytes, and not one byte more', async () => {
    expect((await cora.upload('full.pdf', pdfOf(10_485_760))).status).toBe(201);
    expect(await cora.upload('over.pdf', pdfOf(10_485_761))).toMatchObject({ status: 413, code: 'file_too_large' });
    expect(await cora.upload('way-over.pdf', pdfOf(11 * 1024 * 1024))).toMatchObject({ status: 413, code: 'file_too_large' });
  });

  test('whose name is cleaned of folders, marks and control characters', async () => {
    const names = { '../../etc/passwd.png': 'passwd.png', 'C:\\dir\\a.png': 'a.png', 'invoice\u202Efdp.png': 'invoicefdp.png', 'a<b>|c?.png': 'abc.png', [`${'n'.repeat(300)}.png`]: `${'n'.repeat(130)}…${'n'.repeat(11)}.png` };
    for (const [given, kept] of Object.entries(names)) expect((await cora.upload<Attachment>(given, png)).data.name).toBe(kept);
  });
});

describe('a file is refused, and nothing of it stays', () => {
  test.each<[string, string, () => Uint8Array<ArrayBuffer>, number, string]>([
    ['a program called picture', 'holiday.png', program, 415, 'file_type_refused'],
    ['a program called program', 'setup.exe', program, 415, 'file_type_refused'],
    ['a drawing that can run scripts', 'logo.svg', () => textBytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415, 'file_type_refused'],
    ['such a drawing called picture', 'logo.png', () => textBytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415, 'file_type_refused'],
    ['a page', 'page.html', () => textBytes('<!doctype html><script>alert(1)</script>'), 415, 'file_type_refused'],
    ['a page called document', 'page.pdf', () => textBytes('<!doctype html><script>alert(1)</script>'), 415, 'file_type_refused'],
    ['a picture called document', 'picture.pdf', () => png, 415, 'file_type_refused'],
    ['a file without extension', 'README', () => png, 415, 'file_type_refused'],
    ['a picture with a second name', 'picture.png.exe', () => png, 415, 'file_type_refused'],
    ['nothing at all', 'empty.png', () => new Uint8Array(0), 400, 'file_empty'],
  ])('%s (%s)', async (_what, name, bytes, status, code) => {
    const before = [await rows(), onDisk()];
    expect(await cora.upload(name, bytes())).toMatchObject({ status, code });
    expect([await rows(), onDisk()]).toEqual(before);
  });

  test('when the form is no form, or holds no file', async () => {
    const file = { head: 'Content-Disposition: form-data; name="file"; filename="a.png"', body: 'x' };
    const forms = [
      { body: 'nonsense', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      { body: 'nonsense', headers: { 'content-type': 'multipart/form-data' } },
      { body: '{}', headers: { 'content-type': 'application/json' } },
      { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      { body: '', headers: { 'content-type': 'multipart/form-data; boundary=x' } },
      multipart([{ head: 'Content-Disposition: form-data; name="text"', body: 'only words' }]),
      { ...multipart([file]), body: multipart([file]).body.slice(0, 70) },
      multipart([file], ''),
    ];
    const before = onDisk();
    for (const { body, headers } of forms) {
      const { status, code } = await cora.send('POST', '/attachments', body, headers);
      expect([body.slice(0, 80), status, code]).toEqual([body.slice(0, 80), 400, 'upload_malformed']);
    }
    expect(onDisk()).toEqual(before);
  });

  test('when the line breaks in the middle of it', async () => {
    const before = onDisk();
    const { host, hostname, port } = new URL(desk.url);
    const line = net.connect(Number(port), hostname);
    line.write(`POST /api/portal/attachments HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cora.cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 500000\r\n\r\n`);
    line.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 and some more');
    while (onDisk().length === before.length) await pause(20);
    line.destroy();
    while (onDisk().length !== before.length) await pause(20);
    expect(onDisk()).toEqual(before);
  });

  test('when the disk refuses it, with an answer', async () => {
    const filesDirectory = desk.app.config.get('plugin::portal.filesDirectory');
    const blocked = path.join(desk.dataDirectory, 'no-folder');
    writeFileSync(blocked, '');
    desk.app.config.set('plugin::portal.filesDirectory', blocked);
    try {
      expect(await cora.upload('large.pdf', pdfOf(5_000_000))).toMatchObject({ status: 500, code: 'internal_error' });
    } finally {
      desk.app.config.set('plugin::portal.filesDirectory', filesDirectory);
    }
  });
});

describe('files of a message', () => {
  test('that are missing, another’s, an agent’s or used already refuse the whole message', async () => {
    const otto = await desk.customer('Otto Brandt');
    const ada = await desk.agent('Ada');
    const own = await upload('own.png');
    const used = await upload('used.png');
    expect((await send([used])).status).toBe(201);
    const wrong = ['A'.repeat(43), (await otto.upload('his.png', png)).data.id, (await ada.upload('hers.png', png)).data.id, used];
    for (const foreign of wrong) {
      const before = await desk.app.db.query('plugin::portal.ticket').count();
      const { status, error } = await send([own, foreign]);
      expect([status, error?.details.errors]).toMatchObject([400, [{ path: 'attachments', rule: 'not_allowed' }]]);
      expect(await desk.app.db.query('plugin::portal.ticket').count()).toBe(before);
    }
    expect((await send([own, own])).data.attachments).toHaveLength(1);
  });

  test('are ten at most', async () => {
    const eleven = await Promise.all(Array.from({ length: 11 }, (_, n) => upload(`${n}.png`)));
    const { error } = await send(eleven);
    expect(error?.details.errors).toMatchObject([{ path: 'attachments', rule: 'too_long', limit: 10 }]);
    const { data } = await send(eleven.slice(0, 10));
    expect(data.attachments).toHaveLength(10);
    const reply = await cora.post(`/tickets/${data.reference}/comments`, { body: 'More', attachments: [...eleven.slice(10), ...eleven] });
    expect(reply.error?.details.errors).toMatchObject([{ path: 'attachments', rule: 'too_long', limit: 10 }]);
  });
});

test('where files are switched off, the address for them is gone and what was sent stays', async () => {
  const reference = await sendRequest(desk.app, cora.customer, { category, subject: 'Before', body: 'x', files: [{ name: 'a.png', bytes: smallPng }] });
  const { data } = await cora.get<TicketDetail>(`/tickets/${reference}`);
  await configure(desk, 'features.fileUploads', false);
  try {
    expect(await cora.upload('a.png', png)).toMatchObject({ status: 404, code: 'not_found' });
    expect((await cora.get(`/attachments/${data.attachments[0]?.id}`)).status).toBe(200);
  } finally {
    await configure(desk, 'features.fileUploads', true);
  }
});
