import { changeTicket, makeCategory, replyAsAgent, replyAsCustomer, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import { makeAgent } from '../../database/seeds/builders/people';
import { at } from '../../database/seeds/builders/services';
import type { TicketSummary } from '../../plugin/contracts/tickets';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
/** Subjects, oldest first; what each is in is beside it. */
const sent = ['Broken lamp', 'ÄRGER mit der Rechnung', '100% cotton?', 'Under_score', 'Back\\slash', 'Invoice'];
const references: string[] = [];

beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  const otto = await desk.customer('Otto Brandt');
  const ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  const lamps = await makeCategory(desk.app, { name: 'Lamps' });
  const other = await makeCategory(desk.app, { name: 'Other' });
  for (const [index, subject] of sent.entries()) {
    const moment = new Date(Date.now() - (30 - index) * 3_600_000);
    const priority = index === 0 ? 'high' : index === 1 ? 'low' : 'normal';
    references.push(await at(desk.app, moment, () => sendRequest(desk.app, cora.customer, { category: index === 0 ? lamps : other, subject, body: `Words of number ${index}.`, priority })));
  }
  await sendRequest(desk.app, otto.customer, { category: lamps, subject: 'Broken lamp of Otto', body: 'His words.' });
  await replyAsAgent(desk.app, ada, references[0] ?? '', 'The bulb is a Zebra E27.');
  await replyAsCustomer(desk.app, cora.customer, references[1] ?? '', 'STRASSE und Übergrößen.');
  await writeNote(desk.app, ada, references[2] ?? '', 'Watch out: pineapple customer.');
  await changeTicket(desk.app, ada, references[3] ?? '', { state: 'solved' });
  await changeTicket(desk.app, ada, references[4] ?? '', { state: 'closed' });
});
afterAll(() => desk?.stop());

const list = async (query: string): Promise<string[]> => {
  const { status, data, text } = await cora.get<TicketSummary[]>(`/tickets?${query}`);
  if (status !== 200) throw new Error(text);
  return data.map(({ subject }) => subject);
};
const find = (words: string) => list(`sort=createdAt&q=${encodeURIComponent(words)}`);

describe('Cora’s list', () => {
  test('has her requests and nobody else’s, what changed last on top', async () => {
    const { data, pagination } = await cora.get<TicketSummary[]>('/tickets');
    expect(pagination).toEqual({ page: 1, pageSize: 25, pageCount: 1, total: 6 });
    expect(data.map(({ subject }) => subject)).toEqual(expect.arrayContaining(sent));
    const moments = data.map(({ updatedAt }) => updatedAt);
    expect(moments).toEqual([...moments].sort().reverse());
    expect(Object.keys(data[0] ?? {}).sort()).toEqual(['category', 'createdAt', 'messageCount', 'participating', 'priority', 'reference', 'state', 'subject', 'turn', 'turnSince', 'updatedAt']);
  });

  test('sorts by each thing that it offers, both ways', async () => {
    expect(await list('sort=createdAt')).toEqual(sent);
    expect(await list('sort=-createdAt')).toEqual([...sent].reverse());
    expect(await list('sort=updatedAt')).toEqual([...(await list('sort=-updatedAt'))].reverse());
    expect((await list('sort=-priority'))[0]).toBe('Broken lamp');
    expect((await list('sort=priority'))[0]).toBe(sent[1]);
  });

  test('is narrowed by state, shelf and category, also together', async () => {
    expect(await list('state=solved')).toEqual(['Under_score']);
    expect(await list('state=pending')).toEqual(['Broken lamp']);
    expect((await list('state=done')).sort()).toEqual(['Back\\slash', 'Under_score']);
    expect(await list('state=active')).toHaveLength(4);
    expect(await list('category=lamps')).toEqual(['Broken lamp']);
    expect(await list('category=other&state=active&sort=createdAt')).toEqual([sent[1], sent[2], sent[5]]);
    expect(await list('category=nowhere')).toEqual([]);
  });

  test('comes in pages that neither repeat nor miss one', async () => {
    const pages = [await list('pageSize=4&sort=createdAt'), await list('pageSize=4&page=2&sort=createdAt'), await list('pageSize=4&page=3')];
    expect(pages).toEqual([sent.slice(0, 4), sent.slice(4), []]);
    const totals = await Promise.all(['pageSize=4', 'pageSize=6', 'pageSize=4&page=2', 'pageSize=4&page=9'].map((query) => cora.get(`/tickets?${query}`)));
    expect(totals.map(({ pagination }) => [pagination?.total, pagination?.pageCount])).toEqual([[6, 2], [6, 1], [6, 2], [6, 2]]);
  });

  test.each(['page=-1', 'page=0', 'page=1.5', 'page=x', 'page=', 'page=1&page=2', 'page[$gt]=1', 'pageSize=10000', 'pageSize=0', 'sort=password', 'sort=-requesterId', 'state=nonsense', 'q[$ne]=x', 'filters[id]=1', 'populate=*', 'fields=id', 'requesterId=2'])(
    'refuses %s instead of guessing',
    async (query) => {
      expect(await cora.get(`/tickets?${query}`)).toMatchObject({ status: 400, code: 'validation_failed' });
    },
  );
});

describe('searching the list', () => {
  test('finds words of the subject, of any message, and the reference', async () => {
    expect(await find('lamp')).toEqual(['Broken lamp']);
    expect(await find('zebra e27')).toEqual(['Broken lamp']);
    expect(await find('number 5')).toEqual(['Invoice']);
    expect(await find((references[2] ?? '').toLowerCase())).toEqual(['100% cotton?']);
  });

  test('in whatever capitals, umlauts too', async () => {
    for (const words of ['ärger', 'ÄRGER', 'Ärger MIT', 'ÜBERGRÖSSEN'.toLowerCase().replace('ss', 'ß'), 'strasse']) expect(await find(words)).toEqual([sent[1]]);
  });

  test('takes % _ and \\ for the letters they are', async () => {
    expect(await find('100%')).toEqual(['100% cotton?']);
    expect(await find('%')).toEqual(['100% cotton?']);
    expect(await find('r_s')).toEqual(['Under_score']);
    expect(await find('_')).toEqual(['Under_score']);
    expect(await find('\\')).toEqual(['Back\\slash']);
    expect(await find('b%p')).toEqual([]);
  });

  test('never by what only agents have written', async () => {
    expect(await find('pineapple')).toEqual([]);
  });

  test('is no place for a program: quotes and statements are words', async () => {
    for (const words of ["' OR 1=1 --", '"; DROP TABLE portal_tickets; --', "\\' OR ''='"]) expect(await find(words)).toEqual([]);
  });
});
