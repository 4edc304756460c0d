import { makeAgent, type Agent } from '../../database/seeds/builders/people';
import { makeCategory, replyAsAgent, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import type { RequestPage } from '../../plugin/contracts/request-page';
import type { TicketDetail } from '../../plugin/contracts/tickets';
import { smallPng } from '../support/parcel-category';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: Agent;
let bob: LoggedIn;
let category: string;
let reference: string;

const opened = (subject: string) => sendRequest(desk.app, cora.customer, { category, subject, body: 'Her words.', files: [{ name: 'a.png', bytes: smallPng }] });
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  bob = await desk.agent('Bob');
  category = await makeCategory(desk.app, { name: 'Something else' });
  reference = await opened('The first');
  await desk.settle();
  await cora.get('/categories');
  await bob.get('/categories');
});
afterAll(() => desk?.stop());

const tables = (statements: string[]): string[] => statements.map((sql) => /from (?:["`]\w+["`]\.)?["`]?(\w+)["`]?/.exec(sql)?.[1] ?? sql);
/** The tables that a call reads, in alphabetical order. */
const reads = async (work: () => Promise<unknown>): Promise<string[]> => tables(await statementsOf(desk, work)).sort();
const list = () => cora.get('/tickets');
const page = () => cora.get<TicketDetail>(`/tickets/${reference}`);

const listReads = ['portal_sessions', 'portal_tickets'];
const wholePage = () => cora.get<RequestPage>(`/tickets/${reference}/page`);
// The ticket's statement also asks for the end of its timeline, which comes first in its text.
const knownPageReads = ['portal_sessions', 'portal_ticket_events'];
const pageReads = ['portal_attachments', 'portal_comments', 'portal_sessions', 'portal_ticket_events', 'portal_ticket_events'];

describe('how often the database is asked', () => {
  test('for the list: who she is, and one page of her requests', async () => {
    expect(await reads(list)).toEqual(listReads);
  });

  test('for one request: who she is, the request, its messages, files and timeline', async () => {
    expect(await reads(page)).toEqual(pageReads);
  });

  test('for the same request again: who she is, and whether anything happened since', async () => {
    expect(await reads(page)).toEqual(knownPageReads);
    await writeNote(desk.app, ada, reference, 'She does not see this.');
    await desk.settle();
    expect(await reads(page)).toEqual(knownPageReads);
    await replyAsAgent(desk.app, ada, reference, 'She sees this.');
    await desk.settle();
    expect(await reads(page)).toEqual(pageReads);
  });

  test('for its page: the same again, and which articles were found to answer it; what is like it is known by heart', async () => {
    const { data } = await wholePage();
    expect(data).toEqual({ ticket: (await page()).data, incidents: [], articles: (await cora.get(`/tickets/${reference}/articles`)).data });
    expect(await reads(wholePage)).toEqual(['portal_article_links', ...knownPageReads]);
  });

  test('for who she is, and for the categories, once', async () => {
    expect(await reads(() => cora.get('/me'))).toEqual(['portal_sessions']);
    expect(await reads(() => cora.get('/categories'))).toEqual(['portal_sessions']);
  });

  test('stays the same with many requests, messages, files and notes', async () => {
    for (let n = 0; n < 20; n += 1) {
      await opened(`Another ${n}`);
      await replyAsAgent(desk.app, ada, reference, `Answer ${n}`, { files: [{ name: `${n}.png`, bytes: smallPng }] });
      await writeNote(desk.app, ada, reference, `Note ${n}`);
    }
    await desk.settle();
    expect(await reads(list)).toEqual(listReads);
    expect(await reads(page)).toEqual(pageReads);
    expect((await page()).data.comments).toHaveLength(22);
  });

  test('also for any page of the list; only beyond the last it is asked how many there are', async () => {
    expect(await reads(() => cora.get('/tickets?pageSize=10&page=3'))).toEqual(listReads);
    expect(await reads(() => cora.get('/tickets?pageSize=10&page=9'))).toEqual([...listReads, 'portal_tickets']);
  });

  test('by the desk: one for the list, one for all categories, and who it is once a second', async () => {
    const beyond = async (path: string) => {
      await bob.get(path);
      return tables((await statementsOf(desk, () => bob.get(path))).map((sql) => / from portal_tickets where .*$/s.exec(sql)?.[0] ?? sql)).sort();
    };
    expect(await beyond('/tickets')).toEqual(['portal_tickets']);
    for (let n = 0; n < 5; n += 1) await makeCategory(desk.app, { name: `More ${n}` });
    expect(await beyond('/categories')).toEqual(['portal_tickets']);
    expect(await beyond(`/tickets/${reference}`)).toEqual(['portal_attachments', 'portal_comments', 'portal_held_replies', 'portal_joined_tickets', 'portal_participants', 'portal_ticket_events', 'portal_ticket_tags', 'portal_tickets', 'portal_tickets']);
  });
});
