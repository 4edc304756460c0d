import { makeCategory } from '../../database/seeds/builders/requests';
import { bootDesk, type Desk, type LoggedIn } from '../support/strapi';
import { mailOf, mailWithFile, messageOf } from './plain-mail';
import { World, deliver, inbox, webhookSecret, type Row } from './world';

jest.setTimeout(120_000);
let desk: Desk;
let world: World;
let max: LoggedIn;
beforeAll(async () => {
  desk = await bootDesk({ PORTAL_INBOUND_ADDRESS: inbox, PORTAL_INBOUND_SECRET: webhookSecret, PORTAL_INBOUND_VERIFY: 'false' });
  world = await World.of(desk, await makeCategory(desk.app, { name: 'Something else' }));
  max = await desk.agent('Max', ['received-mails.read', 'received-mails.manage', 'audit.read', 'settings.read', 'settings.change']);
});
afterAll(() => desk?.stop());

describe('a mail that is too much', () => {
  const heavy = async (make: (words: Record<string, string>, from: string) => Buffer): Promise<Row> => {
    const { words, me } = await world.scene('pending', false);
    return deliver(desk, make(words, me.email));
  };

  test('of 25 MB comes in whole, and its file is refused by name', async () => {
    const bytes = Buffer.alloc(25_000_000, 'PDF').toString('base64').replace(/.{76}/g, '$&\r\n');
    const row = await heavy((words, from) =>
      mailWithFile(from, 'Here it is.', { name: 'large.pdf', type: 'application/pdf', base64: bytes }, { To: words.reply! }),
    );
    expect([row.state, (await messageOf(desk, row))?.body, (await messageOf(desk, row))?.remarks]).toEqual(['done', 'Here it is.', ['unauthenticated', 'file_refused']]);
  });

  test('with 10,000 references finds the one that counts', async () => {
    const row = await heavy((words, from) => mailOf(from, 'Many.', { References: `${Array.from({ length: 10_000 }, (_each, n) => `<ref-${n}@plain.example>`).join('\r\n ')}\r\n ${words.sealed}` }));
    expect([row.state, row.reason]).toEqual(['done', 'comment_added']);
  });

  test('with a text of a million letters is shortened, and says so', async () => {
    const row = await heavy((words, from) => mailOf(from, 'word'.repeat(250_000), { To: words.reply! }));
    const comment = await messageOf(desk, row);
    expect([comment?.body.length, comment?.remarks]).toEqual([50_000, ['unauthenticated', 'shortened']]);
  });

  test.each([
    ['tags in tags in tags', `${'<div>'.repeat(50_000)}deep${'</div>'.repeat(50_000)}`],
    ['a quote in a quote', `${'<blockquote>'.repeat(3000)}deep`],
    ['fifty thousand links', '<a href="https://example.com/">x</a> '.repeat(50_000)],
    ['a table without end', '<table><tr><td>'.repeat(20_000)],
    ['stars without end', `<p>${'<b>'.repeat(10_000)}x</p>`],
  ])('HTML that is %s is answered within seconds', async (_name, html) => {
    const row = await heavy((words, from) => mailOf(from, `<p>Good words.</p>${html}`, { To: words.reply!, 'Content-Type': 'text/html' }));
    expect(row.state).toBe('done');
    expect((await messageOf(desk, row))?.body).toContain('Good words.');
  });

  test.each([
    ['greater-than signs', `${'>'.repeat(100_000)} x`],
    ['spaces', `a${' '.repeat(100_000)}:`],
    ['lines that look like heads', 'From: a\n'.repeat(20_000)],
    ['colons', 'a: '.repeat(60_000)],
    ['dashes', `${'-'.repeat(100_000)}x`],
  ])('a text of %s is answered within seconds', async (_name, text) => {
    expect((await heavy((words, from) => mailOf(from, `Good words.\r\n\r\n${text}`, { To: words.reply! }))).state).toBe('done');
  });

  test('with a thousand parts, or parts in parts, is kept and shown even where it cannot be read', async () => {
    const parts = await heavy((words, from) => mailOf(from, `${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(3000)}--b--`, { To: words.reply!, 'Content-Type': 'multipart/mixed; boundary=b' }));
    expect(['done', 'failed']).toContain(parts.state);
    const nested = Array.from({ length: 500 }, (_each, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('');
    const deep = await heavy((words, from) => mailOf(from, `--b\r\n${nested}Content-Type: text/plain\r\n\r\ndeep`, { To: words.reply!, 'Content-Type': 'multipart/mixed; boundary=b' }));
    expect(['done', 'failed', 'held']).toContain(deep.state);
    expect((await max.get(`/received-mails/${parts.key}`)).status).toBe(200);
  });

  test('is a bomb only for who unpacks it: an archive is a file like any other', async () => {
    const bomb = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(40_000)]).toString('base64');
    const row = await heavy((words, from) => mailWithFile(from, 'Unpack.', { name: 'bomb.zip', type: 'application/zip', base64: bomb }, { To: words.reply! }));
    expect((await messageOf(desk, row))?.remarks).toEqual(['unauthenticated', 'file_refused']);
  });
});
