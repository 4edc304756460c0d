import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { configure } from '../support/configured';
import { pdfOf } from '../support/files';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let category: string;
const png = new Uint8Array(smallPng);
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  ada = await desk.agent('Ada');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const upload = async (name: string, bytes = png): Promise<string> => (await cora.upload(name, bytes)).data.id;
/** Cora’s request with one file; its reference and the file’s id. */
const sent = async (name = 'lamp.png'): Promise<{ reference: string; id: string }> => {
  const id = await upload(name);
  const { data } = await cora.post<TicketDetail>('/tickets', { subject: 'With a file', body: 'Look.', category, attachments: [id] });
  return { reference: data.reference, id };
};
const placeOf = (id: string): string => path.join(desk.dataDirectory, 'attachments', id.slice(0, 2), id);
const rowOf = (key: string) => desk.app.db.query('plugin::portal.attachment');
const age = (id: string, minutes: number) => rowOf(id).updateMany({ where: { key: id }, data: { createdAt: new Date(Date.now() - minutes * 60_000) } });

describe('a file is fetched', () => {
  test('as it was sent, to be saved and never to be shown', async () => {
    const { id } = await sent("Lämp 50%;it's (1).png");
    for (const who of [cora, ada]) {
      const answer = await who.fetch('GET', `/attachments/${id}`);
      expect(answer.status).toBe(200);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(smallPng);
      const headers = Object.fromEntries(answer.headers);
      expect(headers).toMatchObject({
        'content-type': 'image/png',
        'content-length': String(png.length),
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
      expect(headers['content-disposition']).toBe(`attachment; filename="L_mp 50_;it's (1).png"; filename*=UTF-8''L%C3%A4mp%2050%25%3Bit%27s%20%281%29.png`);
    }
  });

  test('at the portal’s address as well, with the same headers', async () => {
    const { id } = await sent();
    const answer = await cora.fetch('GET', `${desk.url}/support/attachments/${id}`);
    expect([answer.status, answer.headers.get('content-security-policy'), answer.headers.get('x-content-type-options')]).toEqual([200, "sandbox; default-src 'none'", 'nosniff']);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(smallPng);
  });

  test('not by guessing where it lies', async () => {
    const { id } = await sent();
    expect(fs.statSync(placeOf(id)).mode & 0o777).toBe(0o600);
    for (const address of [`/uploads/${id}`, `/attachments/${id}`, `/${id.slice(0, 2)}/${id}`, `/uploads/../attachments/${id.slice(0, 2)}/${id}`]) {
      expect((await cora.send('GET', `${desk.url}${address}`)).status).toBe(404);
    }
  });

  test('not when its bytes are gone, and that is no secret of ours', async () => {
    const { id } = await sent();
    fs.rmSync(placeOf(id));
    const answer = await cora.send('GET', `/attachments/${id}`);
    expect(answer.status).toBe(404);
    expect(answer.text).not.toContain(desk.dataDirectory);
  });

  test('only its head, when only that is wanted', async () => {
    const { id } = await sent();
    const answer = await cora.fetch('HEAD' as 'GET', `/attachments/${id}`);
    expect([answer.status, answer.headers.get('content-length'), await answer.text()]).toEqual([200, String(png.length), '']);
  });
});

/** Asks for a file; what the server reads it from, and the answer before its first byte is taken. */
const ask = async (id: string): Promise<{ file: fs.ReadStream; answer: http.IncomingMessage }> => {
  const { httpServer } = desk.app.server;
  const file = new Promise<fs.ReadStream>((resolve) => httpServer.once('request', (_request, response) => response.once('pipe', (source) => resolve(source as fs.ReadStream))));
  const answer = new Promise<http.IncomingMessage>((resolve, reject) => {
    http.get(`${desk.url}/api/portal/attachments/${id}`, { headers: { cookie: cora.cookie }, agent: false }, (received) => resolve(received.pause())).on('error', reject);
  });
  return { file: await file, answer: await answer };
};

/** Waits until nothing moves any more: the reader takes nothing, the sockets on both sides are full. */
const untilStill = async (file: fs.ReadStream): Promise<void> => {
  for (let before = 0, looks = 0; looks < 100 && (before === 0 || before !== file.bytesRead); looks += 1) {
    before = file.bytesRead;
    await pause(300);
  }
};

test('a slow reader slows the disk and not the memory', async () => {
  const size = 64 * 1024 * 1024;
  await configure(desk, 'limits.maxFileSize', size);
  const { file, answer } = await ask(await upload('large.pdf', pdfOf(size)));
  await untilStill(file);
  expect(file.bytesRead).toBeGreaterThan(0);
  expect(file.bytesRead).toBeLessThan(size / 2);

  let received = 0;
  for await (const chunk of answer) received += (chunk as Buffer).length;
  expect([received, file.bytesRead]).toEqual([size, size]);
});

test('a reader who goes away leaves no file open', async () => {
  const size = 32 * 1024 * 1024;
  const { file, answer } = await ask(await upload('large.pdf', pdfOf(size)));
  answer.destroy();
  for (let looks = 0; !file.closed && looks < 1000; looks += 1) await pause(10);
  expect(file.closed).toBe(true);
  expect(file.bytesRead).toBeLessThan(size);
});

describe('Cora takes a file back', () => {
  test('before it is sent, whenever she likes', async () => {
    const id = await upload('loose.png');
    await age(id, 60);
    expect((await cora.delete(`/attachments/${id}`)).data).toEqual({ id });
    expect([fs.existsSync(placeOf(id)), (await cora.get(`/attachments/${id}`)).status]).toEqual([false, 404]);
  });

  test('for half an hour after sending, which her request remembers', async () => {
    const { reference, id } = await sent('private.png');
    await age(id, 29);
    expect((await cora.delete(`/attachments/${id}`)).status).toBe(200);
    expect(fs.existsSync(placeOf(id))).toBe(false);
    const { data } = await cora.get<TicketDetail>(`/tickets/${reference}`);
    expect(data.attachments).toEqual([]);
    expect(data.events.at(-1)).toMatchObject({ type: 'attachment.removed', actor: { name: 'Cora Bell' }, data: { from: 'private.png' } });
  });

  test('and no longer', async () => {
    const { reference, id } = await sent();
    await age(id, 31);
    expect((await cora.get<TicketDetail>(`/tickets/${reference}`)).data.attachments[0]?.removable).toBe(false);
    expect(await cora.delete(`/attachments/${id}`)).toMatchObject({ status: 409, code: 'attachment_in_use' });
    expect((await cora.get(`/attachments/${id}`)).status).toBe(200);
  });

  test('but not a file that an agent sent her', async () => {
    const { reference } = await sent();
    const { data } = await ada.upload('manual.png', png);
    await ada.post(`/tickets/${reference}/comments`, { body: 'The manual.', attachments: [data.id] });
    expect((await cora.get(`/attachments/${data.id}`)).status).toBe(200);
    expect(await cora.delete(`/attachments/${data.id}`)).toMatchObject({ status: 404, code: 'not_found' });
    expect((await cora.get(`/attachments/${data.id}`)).status).toBe(200);
  });
});

test('what was uploaded and never sent is forgotten after a day, file and all', async () => {
  const files = desk.app.plugin('portal').service('attachments') as { forgetOld(): Promise<void> };
  const [old, young, { id: inUse }] = [await upload('old.png'), await upload('young.png'), await sent()];
  await age(old, 24 * 60 + 1);
  await age(inUse, 24 * 60 + 1);
  await files.forgetOld();
  expect([old, young, inUse].map((id) => fs.existsSync(placeOf(id)))).toEqual([false, true, true]);
  expect((await cora.get(`/attachments/${old}`)).status).toBe(404);
});

test('a request made by the builders brings its files the same way', async () => {
  const reference = await sendRequest(desk.app, cora.customer, { category, subject: 'Built', body: 'x', files: [{ name: 'a.png', bytes: smallPng }] });
  const { data } = await cora.get<TicketDetail>(`/tickets/${reference}`);
  expect((await cora.get(`/attachments/${data.attachments[0]?.id}`)).status).toBe(200);
});
