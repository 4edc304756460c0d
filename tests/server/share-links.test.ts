import { makeCategory, replyAsAgent, replyAsCustomer, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import type { NewShareLink, SharedTicket, ShareLink } from '../../plugin/contracts/sharing';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';
import type { Visitor } from '../support/visitor';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let ada: LoggedIn;
let stranger: Visitor;
let reference: string;
let category: string;

beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  ada = await desk.agent('Ada');
  stranger = desk.visitor();
  category = await makeCategory(desk.app, { name: 'Something else', fields: [{ name: 'order', label: 'Order', type: 'text', required: false, help: '', choices: [], dependsOn: null }] });
  reference = await sendRequest(desk.app, cora.customer, { category, subject: 'A shared request', body: 'Her words.', fields: { order: 'ORDER-77' }, files: [{ name: 'a.png', bytes: smallPng }] });
  await replyAsAgent(desk.app, ada.agent, reference, 'An answer.');
  await writeNote(desk.app, ada.agent, reference, 'PINEAPPLE note');
});
afterAll(() => desk?.stop());

const make = async (days = 7, of = reference): Promise<NewShareLink> => (await cora.post<NewShareLink>(`/tickets/${of}/share-links`, { days })).data;
const links = async (): Promise<ShareLink[]> => (await cora.get<ShareLink[]>(`/tickets/${reference}/share-links`)).data;
const open = (token: string, who = stranger) => who.get<SharedTicket>(`/shared/${token}`);
const revoke = (id: string) => cora.delete(`/tickets/${reference}/share-links/${id}`);

describe('whoever has Cora’s link', () => {
  test('reads what was said, by name, without an account', async () => {
    const { token } = await make();
    const { status, data, headers } = await open(token);
    expect(status).toBe(200);
    expect(data).toMatchObject({ reference, subject: 'A shared request', state: 'pending', comments: [{ author: { kind: 'customer', name: 'Cora Bell' }, files: [{ name: 'a.png' }] }, { author: { kind: 'agent', name: 'Ada' } }] });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
  });

  test('and nothing else of her: no address, no note, no answer to the category’s questions, no history', async () => {
    const { text, cookies } = await open((await make()).token);
    expect(text).not.toMatch(new RegExp(`${cora.customer.email}|ORDER-77|PINEAPPLE|ticket\\.|viewer|requester|priority|Northwind`));
    expect(cookies).toEqual([]);
  });

  test('saves the files of the conversation, and no others', async () => {
    const { token } = await make();
    const file = (await open(token)).data.comments[0]?.files[0]?.id;
    const answer = await stranger.fetch('GET', `/shared/${token}/attachments/${file}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(smallPng));
    const loose = (await cora.upload('loose.png', new Uint8Array(smallPng))).data.id;
    const noted = (await ada.upload('note.png', new Uint8Array(smallPng))).data.id;
    await ada.post(`/tickets/${reference}/notes`, { body: 'With a file.', attachments: [noted] });
    for (const id of [loose, noted, 'A'.repeat(43), '%00']) expect((await stranger.get(`/shared/${token}/attachments/${id}`)).status).toBe(404);
    expect((await stranger.get(`/attachments/${file}`)).status).toBe(401);
  });

  test('is signed in by it to nothing', async () => {
    const { token, id } = await make();
    const reader = desk.visitor();
    await open(token, reader);
    for (const path of [`/tickets/${reference}`, '/tickets', '/me', `/tickets/${reference}/share-links`]) expect((await reader.get(path)).status).toBe(401);
    expect((await reader.post(`/shared/${token}`, { body: 'x' })).status).toBe(405);
    expect((await reader.delete(`/tickets/${reference}/share-links/${id}`)).status).toBe(401);
    expect((await otto.get(`/tickets/${reference}`)).status).toBe(404);
    expect((await open(token, otto)).data.comments).toHaveLength(2);
  });

  test('sees what is said later', async () => {
    const { token } = await make();
    await replyAsCustomer(desk.app, cora.customer, reference, 'One more thing.');
    expect((await open(token)).data.comments).toHaveLength(3);
  });
});

describe('a link', () => {
  test('opens nothing once it is taken back, expired, or made by one who lost the portal: the same 404 as one that never was', async () => {
    const [revoked, expired, lost] = [await make(), await make(1), await make()];
    const nothing = await open('A'.repeat(43));
    expect(nothing).toMatchObject({ status: 404, code: 'not_found' });
    expect((await revoke(revoked.id)).status).toBe(200);
    expect((await revoke(revoked.id)).status).toBe(404);
    expect((await open(revoked.token)).text).toBe(nothing.text);
    // A call over HTTP is not made in the time that `at` pretends: the row is aged instead.
    await desk.app.db.query('plugin::portal.share-link').updateMany({ where: { key: expired.id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await open(expired.token)).text).toBe(nothing.text);
    await desk.app.db.query('plugin::portal.customer').update({ where: { id: cora.customer.customerId }, data: { portalAccess: false } });
    expect((await open(lost.token)).text).toBe(nothing.text);
    await desk.app.db.query('plugin::portal.customer').update({ where: { id: cora.customer.customerId }, data: { portalAccess: true } });
    expect((await open(lost.token)).status).toBe(200);
    for (const odd of ['x', '%00', '..%2Fme', 'A'.repeat(200)]) expect((await open(odd)).status).toBe(404);
  });

  test('is kept as a hash, and its address told once', async () => {
    const { token, id } = await make();
    const [row] = (await desk.app.db.query('plugin::portal.share-link').findMany({ where: { key: id } })) as object[];
    expect(JSON.stringify(row)).not.toContain(token);
    expect(JSON.stringify(await links())).not.toContain(token);
    expect((await links()).map((link) => link.id)).toContain(id);
    expect(JSON.stringify(await ada.get(`/tickets/${reference}`))).not.toContain(token);
  });

  test('lasts one, seven or thirty days', async () => {
    for (const days of [1, 7, 30]) {
      const { createdAt, expiresAt } = await make(days);
      expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(days * 86_400_000);
    }
    for (const days of [0, 2, 365, '7', null]) expect(await cora.post(`/tickets/${reference}/share-links`, { days })).toMatchObject({ status: 400, code: 'validation_failed' });
  });

  test('shows in the history and among those who can read the request', async () => {
    const own = await sendRequest(desk.app, cora.customer, { category, subject: 'Another', body: 'Words.' });
    const { id } = await make(7, own);
    const shown = async () => (await cora.get<TicketDetail>(`/tickets/${own}`)).data;
    expect(await shown()).toMatchObject({ shareLinks: 1, events: [{ type: 'ticket.opened' }, { type: 'ticket.shared', actor: { name: 'Cora Bell' } }] });
    await cora.delete(`/tickets/${own}/share-links/${id}`);
    expect((await shown()).shareLinks).toBe(0);
    expect((await shown()).events.at(-1)?.type).toBe('ticket.unshared');
  });

  test('is the twenty-first of a request at no time, not of two at once either', async () => {
    const own = await sendRequest(desk.app, cora.customer, { category, subject: 'Shared by many', body: 'Words.' });
    const answers = await Promise.all(Array.from({ length: 23 }, () => cora.post(`/tickets/${own}/share-links`, { days: 1 })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(answers.filter(({ code }) => code === 'share_limit_reached')).toHaveLength(3);
  });
});

test('the log of requests has no token with which its reader could open anything', async () => {
  const { log } = desk.app;
  const lines: string[] = [];
  const note = ({ message }: { message: string }): void => void lines.push(message);
  const [level, silent, transports] = [log.level, log.silent, log.transports.map((each) => each.silent)];
  Object.assign(log, { level: 'http', silent: false });
  for (const transport of log.transports) transport.silent = true;
  log.on('data', note);
  try {
    const { data: link } = await cora.post<NewShareLink>(`/tickets/${reference}/share-links`, { days: 1 });
    await desk.visitor().get(`/shared/${link.token}`);
    await desk.visitor().get(`/shared/${link.token}/attachments/${'A'.repeat(43)}`);
    await desk.visitor().get(`/knowledge/previews/${link.token}`);
    await desk.visitor().get(`/categories?code=${link.token}`);
    expect(lines.filter((line) => line.startsWith('GET'))).toEqual([
      expect.stringMatching(/^GET \/api\/portal\/shared\/… \(/),
      expect.stringMatching(/^GET \/api\/portal\/shared\/…\/attachments\/A+ \(/),
      expect.stringMatching(/^GET \/api\/portal\/knowledge\/previews\/… \(/),
      expect.stringMatching(/^GET \/api\/portal\/categories\?code=… \(/),
    ]);
    expect(lines.join('\n')).not.toContain(link.token);
  } finally {
    log.removeListener('data', note);
    Object.assign(log, { level, silent });
    log.transports.forEach((transport, index) => (transport.silent = transports[index] ?? false));
  }
});
