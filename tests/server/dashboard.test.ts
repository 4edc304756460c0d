import { makeAgent, type Agent } from '../../database/seeds/builders/people';
import { catchUp, writeHistory } from '../../database/seeds/demo-history';
import { leaves } from '../../database/seeds/demo/categories';
import type { Cast } from '../../database/seeds/demo/player';
import { addLanguages, makeArticle } from '../../database/seeds/builders/articles';
import { changeTicket, makeCategory, replyAsAgent, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { Dashboard } from '../../plugin/contracts/dashboard';
import type { InboxTicket } from '../../plugin/contracts/desk';
import type { Views } from '../../plugin/contracts/desk-views';
import type { Figures } from '../../plugin/contracts/analytics';
import { recorded, recount } from '../support/figures-recount';
import { makeOtherArticles } from '../support/knowledge';
import { mailsTo } from '../support/mailbox';
import { rowsOf } from '../support/raw-rows';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(120_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let max: LoggedIn;
let ada: Agent;
let category: string;
beforeAll(async () => {
  desk = await bootDesk();
  await addLanguages(desk.app);
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  max = await desk.agent('Max', ['settings.read', 'settings.change', 'customers.manage', 'tickets.read']);
  ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  category = await makeCategory(desk.app, { name: 'Something else' });
  await makeOtherArticles(desk.app);
  await makeArticle(desk.app, { title: 'Where is my parcel?', slug: 'parcel', body: 'Follow the parcel with its tracking number. A parcel that is late for five days counts as lost.' });
  await desk.settle();
});
afterAll(() => desk?.stop());

const hoursAgo = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);
const opened = (subject: string, who = cora) => sendRequest(desk.app, who.customer, { category, subject, body: 'The tracking number says nothing, and the parcel has not come.' });
const answered = (reference: string, hours = 0) => at(desk.app, hoursAgo(hours), () => replyAsAgent(desk.app, ada, reference, 'Which colour?'));
const dashboardOf = async (who = cora): Promise<Dashboard> => (await who.get<Dashboard>('/dashboard')).data;
/** The tables that a call reads, in alphabetical order. */
const reads = async (who: SignedIn): Promise<string[]> =>
  (await statementsOf(desk, () => who.get('/dashboard'))).map((sql) => / from (?:\(select \* from \(select [^(]* from |\(select id as "found" from )?["`]?(\w+)/.exec(sql)?.[1] ?? sql).sort();

describe('Cora’s dashboard', () => {
  test('says to somebody new that nothing waits, and has no figures yet', async () => {
    const { open, openCount, waitingCount, activity, colleagues, figures } = await dashboardOf(otto);
    expect({ open, openCount, waitingCount, activity, colleagues }).toEqual({ open: [], openCount: 0, waitingCount: 0, activity: [], colleagues: null });
    expect(figures).toMatchObject({ requests: 0, firstReplyMinutes: null, satisfaction: null });
    expect(figures.months).toHaveLength(12);
  });

  test('has what waits for her first, then what changed last, and counts what it does not show', async () => {
    const waiting = await at(desk.app, hoursAgo(30), () => opened('Waits for her'));
    await answered(waiting, 29);
    for (let n = 1; n <= 9; n += 1) await at(desk.app, hoursAgo(10 - n), () => opened(`With us ${n}`));
    const { open, openCount, waitingCount } = await dashboardOf();
    expect([open.length, openCount, waitingCount]).toEqual([8, 10, 1]);
    expect(open.map(({ subject, turn }) => [subject, turn]).slice(0, 2)).toEqual([['Waits for her', 'requester'], ['With us 9', 'agent']]);
    expect(open[0]?.turnSince.slice(0, 13)).toBe(hoursAgo(29).toISOString().slice(0, 13));
  });

  test('tells what happened lately, and nothing that only agents know', async () => {
    const reference = await opened('What happens');
    await writeNote(desk.app, ada, reference, 'She is difficult.');
    await changeTicket(desk.app, ada, reference, { assignee: ada, addTags: ['vip'] });
    await cora.post(`/tickets/${reference}/participants`, { email: 'guest@example.com' });
    await answered(reference);
    const { activity } = await dashboardOf();
    expect(activity.slice(0, 3).map(({ type, subject, actor }) => [type, subject, actor.name])).toEqual(expect.arrayContaining([['comment.added', 'What happens', 'Ada Okafor'], ['ticket.opened', 'What happens', 'Cora Bell']]));
    expect(activity).toHaveLength(6);
    expect(JSON.stringify(activity)).not.toMatch(/difficult|vip|guest@|note|assigned/);
  });

  test('offers what may answer her, as far as she may know of it', async () => {
    const nora = await desk.customer('Nora Quist');
    await opened('Parcel is late', nora);
    const { basis, list } = (await dashboardOf(nora)).articles;
    expect([basis, list.map(({ slug }) => slug)]).toEqual(['own', expect.arrayContaining(['parcel']) as string[]]);
    expect((await dashboardOf(otto)).articles.basis).toBe('popular');
  });

  test('asks the database five times, however much there is', async () => {
    const five = ['portal_sessions', 'portal_suggestions', 'portal_ticket_events', 'portal_tickets', 'portal_tickets'];
    // Once a second whoever comes first also looks whether an article is new.
    const tables = async (): Promise<string[]> => (await reads(cora)).filter((name) => name !== 'portal_article_versions').map((name) => name.replace(/^portal_tickets.*/, 'portal_tickets'));
    await desk.settle();
    await dashboardOf();
    expect(await tables()).toHaveLength(five.length);
    for (let n = 0; n < 5; n += 1) await answered(await opened(`More ${n}`));
    await desk.settle();
    await dashboardOf();
    expect(await tables()).toHaveLength(five.length);
  });

  test('counts a year of her own requests, once there are three of a kind', async () => {
    const solved = async (days: number, hours: number, score: number): Promise<void> => {
      const reference = await at(desk.app, hoursAgo(days * 24), () => opened(`Solved ${days}`, otto));
      await answered(reference, days * 24 - hours);
      await at(desk.app, hoursAgo(days * 24 - 2 * hours), () => changeTicket(desk.app, ada, reference, { state: 'solved' }));
      await at(desk.app, hoursAgo(days * 24 - 2 * hours), () => otto.put(`/tickets/${reference}/rating`, { score }));
    };
    await solved(2, 1, 5);
    await solved(3, 3, 4);
    expect((await dashboardOf(otto)).figures).toMatchObject({ requests: 2, firstReplyMinutes: null, satisfaction: null });
    await solved(4, 8, 3);
    expect((await dashboardOf(otto)).figures).toMatchObject({ requests: 3, answered: 3, solved: 3, rated: 3, firstReplyMinutes: 180, resolutionMinutes: 360, satisfaction: 4 });
  });
});

describe('a low rating', () => {
  const rated = async (score: number): Promise<string> => {
    const reference = await opened(`Rated ${score}`);
    await changeTicket(desk.app, ada, reference, { assignee: ada });
    await answered(reference);
    await changeTicket(desk.app, ada, reference, { state: 'solved' });
    await cora.put(`/tickets/${reference}/rating`, { score, comment: 'Nobody listened.' });
    await desk.settle();
    return reference;
  };
  const mailsAbout = async (reference: string) => (await mailsTo(desk, 'ada@example.com')).filter(({ subject }) => subject.includes(reference));
  const unhappy = async (): Promise<string[]> => (await max.get<InboxTicket[]>('/tickets?rating=low')).data.map(({ reference }) => reference);

  test('of one or two stars is mailed to the agent who has the ticket, once, without a word of hers, and is in a view of the inbox', async () => {
    const [low, fair] = [await rated(2), await rated(3)];
    const [mail, ...more] = await mailsAbout(low);
    expect([mail?.subject, more]).toEqual([`[${low}] 2 of 5 stars`, []]);
    expect(mail?.text).toContain(`/admin/plugins/portal/tickets/${low}`);
    expect(mail?.text).not.toContain('Nobody listened');
    expect(await mailsAbout(fair)).toEqual([]);
    await cora.put(`/tickets/${low}/rating`, { score: 5 });
    await cora.put(`/tickets/${low}/rating`, { score: 2 });
    await desk.settle();
    expect(await mailsAbout(low)).toHaveLength(1);
    expect(await unhappy()).toEqual([low]);
    expect((await max.get<Views>('/views')).data.counts.unhappy).toBe(1);
  });

  test('is mailed to nobody where an admin switched that off, and stays in the view', async () => {
    expect((await max.put('/settings/policy', { changes: { 'mail.lowRatings': false } })).status).toBeLessThan(300);
    const low = await rated(1);
    expect(await mailsAbout(low)).toEqual([]);
    expect(await unhappy()).toContain(low);
  });
});

describe('the year of history that `npm start` gives the demo', () => {
  test('is counted as if each of it had been told, fills Cora’s twelve months, and tells nobody', async () => {
    const now = new Date();
    for (const { name, fields } of leaves) if (name !== 'Something else') await makeCategory(desk.app, { name, fields });
    const hanna = await desk.customer('Hanna Vogt');
    const customers = Object.fromEntries(['ngaire', 'edmund', 'dario', 'hanna'].map((key) => [key, hanna.customer]));
    const cast = { customers: { ...customers, cora: cora.customer, otto: otto.customer }, agents: { ada, jonas: max.agent, mirja: max.agent } } as unknown as Cast;
    const before = (await mailsTo(desk, cora.customer.email)).length;
    await desk.app.db.transaction(() => writeHistory(desk.app, max.agent, cast, now));
    await catchUp(desk.app);
    const known = await recorded((sql) => rowsOf(desk, sql));
    const day = (ago: number): string => new Date(now.getTime() - ago * 86_400_000).toISOString().slice(0, 10);
    const { timeZone, ofSpan } = { timeZone: await portal<{ timeZone(): Promise<string> }>(desk.app, 'figure-keeper').timeZone(), ...portal<{ ofSpan(span: object, part: null): Promise<Figures> }>(desk.app, 'figures') };
    for (const span of [{ from: day(370), to: day(-1) }, { from: day(120), to: day(90) }]) expect({ ...span, ...(await ofSpan(span, null)) }).toEqual({ ...span, ...recount(known, { ...span, timeZone }) });
    const { opened, ratings } = await ofSpan({ from: day(370), to: day(0) }, null);
    expect([opened > 250, ratings[4] > 50]).toEqual([true, true]);
    const { figures } = await dashboardOf();
    expect([figures.requests > 20, figures.rated > 5, figures.months.every(({ month }) => month.length === 7), (await mailsTo(desk, cora.customer.email)).length]).toEqual([true, true, true, before]);
  });
});
