import { changeTicket, closeRequest, makeCategory, reopenRequest, replyAsAgent, replyAsCustomer, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { Analytics, PartFigures } from '../../plugin/contracts/analytics';
import type { DeskTicket } from '../../plugin/contracts/desk';
import type { TicketState } from '../../plugin/contracts/tickets';
import type { PortalFacade } from '../../plugin/server/src';
import { chances, pick } from '../support/chances';
import { recorded, recount, type Question } from '../support/figures-recount';
import { rowsOf } from '../support/raw-rows';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(240_000);
let desk: Desk;
let max: LoggedIn;
let ada: LoggedIn;
let bob: LoggedIn;
let people: SignedIn[];
let categories: string[];

const hour = 3_600_000;
const zone = 'Europe/Berlin';
/** The clocks are set forward on 29 March 2026. */
const begin = Date.parse('2026-03-20T22:00:00Z');
const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' }));

interface Event {
  id: number;
  type: string;
  subject: string;
  payload: Record<string, unknown>;
  at: Date;
}
interface Keeper {
  heard(events: Event[]): Promise<void>;
  fill(): Promise<void>;
  rebuild(): Promise<{ tickets: number; changed: number; repaired: number }>;
}
const keeper = (): Keeper => portal<Keeper>(desk.app, 'figure-keeper');
const addressOf = ({ from, to, by, value }: Question): string => `/analytics?${new URLSearchParams({ from, to, ...(by === undefined ? {} : { by, value: value ?? '' }) })}`;
const ask = async (question: Question): Promise<Analytics> => {
  const { status, data, text } = await max.get<Analytics>(addressOf(question));
  if (status !== 200) throw new Error(text);
  return data;
};

type Life = { reference: string; person: SignedIn; clock: number };
const states: TicketState[] = ['open', 'pending', 'on_hold', 'solved', 'closed'];
/** What can happen next. */
const happenings = (life: Life, chance: (below: number) => number): (() => Promise<unknown>)[] => {
  const { reference, person } = life;
  return [
    () => replyAsAgent(desk.app, pick([ada, bob], chance).agent, reference, 'Look here.', { state: pick([undefined, 'solved', 'open'] as const, chance) }),
    () => replyAsCustomer(desk.app, person.customer, reference, 'Not yet.'),
    () => changeTicket(desk.app, ada.agent, reference, { state: pick(states, chance) }),
    () => changeTicket(desk.app, ada.agent, reference, { category: pick(categories, chance), assignee: pick([ada.agent, bob.agent, null], chance) }),
    () => closeRequest(desk.app, person.customer, reference),
    () => reopenRequest(desk.app, person.customer, reference),
    () => portal<{ rate(id: number, reference: string, change: object): Promise<unknown> }>(desk.app, 'ratings').rate(person.customer.customerId, reference, { score: chance(5) + 1, comment: '' }),
    () => portal<{ noteDue(): Promise<void> }>(desk.app, 'promise-watch').noteDue(),
  ];
};

/** After a while; what the desk refuses at that moment did not happen. */
const later = async (life: Life, passed: number, work: () => Promise<unknown>): Promise<void> => {
  life.clock += passed;
  await at(desk.app, new Date(life.clock), work).catch((error: { name?: string; details?: unknown }) => {
    if (error.details === undefined) throw error;
  });
};

const live = (life: Life, chance: (below: number) => number): Promise<void> => later(life, (chance(30) + 1) * chance(3600) * 1000, () => pick(happenings(life, chance), chance)());
const answer = (life: Life): Promise<void> => later(life, hour, () => replyAsAgent(desk.app, ada.agent, life.reference, 'An answer.'));

const sendAt = async (moment: number, person: SignedIn, category: string, number: number): Promise<Life> => ({ person, clock: moment, reference: await at(desk.app, new Date(moment), () => sendRequest(desk.app, person.customer, { category, subject: `Request ${number}`, body: 'Words.' })) });

const questions = (): Question[] => {
  const spans = [['2026-03-20', '2026-05-30'], ['2026-03-29', '2026-03-29'], ['2026-03-28', '2026-03-30'], ['2026-03-21', '2026-03-25'], ['2020-01-01', '2029-12-31'], ['2025-01-01', '2025-01-31']] as const;
  return spans.map(([from, to]) => ({ from, to, timeZone: zone }));
};

const expectSame = async (asked = questions().slice(0, 2)): Promise<void> => {
  // What is late by now is noted now, and not between the two counts.
  await portal<{ noteDue(): Promise<void> }>(desk.app, 'promise-watch').noteDue();
  await desk.settle();
  const known = await recorded((sql) => rowsOf(desk, sql));
  for (const question of asked) {
    expect({ ...question, ...(await ask(question)).figures }).toEqual({ ...question, ...recount(known, question) });
    for (const by of ['segment', 'category', 'agent', 'language'] as const) {
      const { data: parts } = await max.get<PartFigures[]>(`/analytics/parts?from=${question.from}&to=${question.to}&by=${by}`);
      for (const { value, figures } of parts) {
        const part = { ...question, by, value };
        expect({ ...part, ...figures }).toEqual({ ...part, ...recount(known, part) });
        if (question.from === '2026-03-28') expect((await ask(part)).figures).toEqual(figures);
      }
      expect(parts.reduce((sum, { figures }) => sum + figures.opened, 0)).toBe(recount(known, question).opened);
    }
  }
};

beforeAll(async () => {
  desk = await bootDesk();
  // What is late by the clock on the wall would be noted in the middle of histories that are long past.
  await portal<{ stop(): Promise<void> }>(desk.app, 'jobs').stop();
  max = await desk.agent('Max', ['analytics.read', 'analytics.export', 'hours.manage', 'service-levels.manage', 'tickets.read', 'tickets.merge']);
  [ada, bob] = [await desk.agent('Ada'), await desk.agent('Bob')];
  const [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Berg')];
  Object.assign(otto.customer, { segment: 'premium', language: 'de' });
  people = [cora, otto];
  categories = [await makeCategory(desk.app, { name: 'Delivery' }), await makeCategory(desk.app, { name: '=Returns' })];
  await max.put('/service-levels', { warnAtPercent: 50, targets: [{ segment: null, priority: null, replyMinutes: 180, resolutionMinutes: 1440 }] });
});
afterAll(() => desk?.stop());

describe('figures of the desk', () => {
  const lives: Life[] = [];
  let known: Event[] = [];

  test('are what a slow count of all histories comes to, over reopenings, other categories, ratings, promises and merges', async () => {
    const chance = chances(7);
    const send = async (number: number, moment: number) => lives.push(await sendAt(moment, pick(people, chance), pick(categories, chance), number));
    for (let number = 0; number < 30; number += 1) await send(number, begin + number * 7 * hour);
    for (let step = 0; step < 180; step += 1) await live(pick(lives, chance), chance);
    for (const life of lives) await answer(life);
    // By now the portal knows when to expect an answer.
    for (let number = 30; number < 36; number += 1) await send(number, begin + (900 + number) * hour);
    for (const life of lives.slice(32)) await answer(life);
    for (let step = 0; step < 40; step += 1) await live(pick(step % 2 ? lives : lives.slice(30), chance), chance);
    const [from, into] = lives.filter(({ person }) => person === people[0]) as [Life, Life];
    await at(desk.app, new Date(Math.max(from.clock, into.clock) + hour), async () => {
      const merges = portal<{ merge(reference: string, into: string, confirmation: null, agent: object): Promise<void> }>(desk.app, 'ticket-merges');
      await merges.merge(from.reference, into.reference, null, ada.agent);
    });
    expect((await max.put('/business-hours', { timeZone: zone, openings: always, holidays: [] })).status).toBe(200);
    await keeper().fill();
    await expectSame(questions());
    const { figures } = await ask({ from: '2026-03-20', to: '2026-12-31', timeZone: zone });
    expect(Object.values(figures.promises).flatMap(({ kept, broken }) => [kept > 0, broken > 0])).toEqual([true, true, true, true]);
    expect([figures.opened, figures.reopened > 3, figures.resolution.count > 3, figures.expected.count > 0]).toEqual([36, true, true, true]);
  });

  test('count what is told again, and twice at once, only once', async () => {
    const told = (await desk.app.db.query('plugin::portal.outbox').findMany({ orderBy: { id: 'asc' } })) as (Omit<Event, 'at'> & { createdAt: string })[];
    known = told.filter(({ payload }) => typeof payload.ticketId === 'number').map(({ createdAt, ...event }) => ({ ...event, at: new Date(createdAt) }));
    expect(known.length).toBeGreaterThan(200);
    await keeper().heard(known.slice(0, 150));
    await Promise.all([keeper().heard(known), keeper().heard(known.toReversed()), ...known.slice(0, 20).map((event) => keeper().heard([event]))]);
    await expectSame();
  });

  test('follow what goes on, delivered in any order', async () => {
    const chance = chances(11);
    for (let step = 0; step < 40; step += 1) await live(pick(lives, chance), chance);
    await Promise.all([desk.settle(), keeper().heard(known.slice(-60))]);
    await expectSame();
  });

  test('are rebuilt from history without a difference, and mended where sums were not right', async () => {
    expect(await keeper().rebuild()).toEqual({ tickets: 36, changed: 0, repaired: 0 });
    await desk.app.db.connection('portal_day_figures').where({ dimension: 'all', day: '2026-03-29' }).update({ opened: 70 });
    await desk.app.db.connection('portal_ticket_facts').where({ language: 'de' }).delete();
    const { tickets, changed, repaired } = await keeper().rebuild();
    expect([tickets, changed > 5, repaired > 0]).toEqual([36, true, true]);
    await expectSame();
    expect(await keeper().rebuild()).toEqual({ tickets: 36, changed: 0, repaired: 0 });
  });

  test('stay when a ticket is gone, and name it no more', async () => {
    const before = await ask({ from: '2026-03-20', to: '2026-12-31', timeZone: zone });
    const { id } = (await desk.app.db.query('plugin::portal.ticket').findOne({ where: { reference: lives[5]?.reference } })) as { id: number };
    for (const table of ['portal_ticket_events', 'portal_ratings', 'portal_comments']) await desk.app.db.connection(table).where({ ticket_id: id }).delete();
    await desk.app.db.connection('portal_tickets').where({ id }).delete();
    expect(await keeper().rebuild()).toEqual({ tickets: 35, changed: 0, repaired: 0 });
    expect((await ask({ from: '2026-03-20', to: '2026-12-31', timeZone: zone })).figures).toEqual(before.figures);
    expect(await desk.app.db.connection('portal_ticket_facts').where({ ticket_id: id })).toEqual([]);
  });

  test('lead to the tickets that they count', async () => {
    const span = 'from=2026-03-22&to=2026-04-30';
    const { figures } = await ask({ from: '2026-03-22', to: '2026-04-30', timeZone: zone, by: 'language', value: 'en' });
    const listed = async (counted: string): Promise<number> => (await max.get<DeskTicket[]>(`/tickets?counted=${counted}&${span}&language=en&pageSize=100`)).data.length;
    const sum = (counts: number[]): number => counts.reduce((all, each) => all + each, 0);
    const { reply, resolution } = figures.promises;
    expect([await listed('opened'), await listed('resolved'), await listed('replied'), await listed('expected'), await listed('rated')]).toEqual([figures.opened, figures.resolved, figures.firstReply.count, figures.expected.count, sum(figures.ratings)]);
    expect([await listed('reply_kept'), await listed('reply_broken'), await listed('resolution_kept'), await listed('resolution_broken')]).toEqual([reply.kept, reply.broken, resolution.kept, resolution.broken]);
    const again = await listed('reopened');
    expect([again > 0, again <= figures.reopened]).toEqual([true, true]);
    expect((await max.get('/tickets?counted=opened&from=yesterday')).status).toBe(400);
  });
});

describe('whoever asks for figures', () => {
  test('gets them compared, with points that end in the backlog, and of nothing no ratio', async () => {
    const found = await ask({ from: '2026-03-20', to: '2026-04-10', timeZone: zone });
    expect(found.before?.span).toEqual({ from: '2026-02-26', to: '2026-03-19' });
    expect(found.before?.figures.firstReply).toEqual({ count: 0, median: null, average: null, steps: Array.from({ length: 16 }, () => 0) });
    expect([found.series.length, found.series.at(-1)?.backlog, found.timeZone, found.complete]).toEqual([22, found.figures.backlog, zone, true]);
    const { data: year } = await max.get<Analytics>('/analytics?from=2024-02-29&to=2024-02-29&compare=year');
    expect(year.before?.span).toEqual({ from: '2023-02-28', to: '2023-02-28' });
    expect((await max.get<Analytics>('/analytics?from=2017-01-01&to=2026-12-31')).data).toMatchObject({ step: 'month', figures: { opened: 36 } });
  });

  test.each(['', 'from=2026-03-20', 'from=2026-03-20&to=2026-03-19', 'from=2026-02-30&to=2026-03-19', 'from=20.3.2026&to=2026-03-29', 'from=2000-01-01&to=2026-03-29', 'from=2026-03-20&to=2026-03-29&by=segment', 'from=2026-03-20&to=2026-03-29&by=name&value=x', 'from=2026-03-20&to=2026-03-29&order=1'])('is told what is wrong with “%s”', async (query) => {
    for (const path of ['/analytics', '/analytics/file', ...(query.endsWith('by=segment') ? [] : ['/analytics/parts'])]) expect([path, (await max.get(`${path}?${query}`)).status]).toEqual([path, 400]);
  });

  test('finds what is gone named so, and what is still there by its name', async () => {
    const parts = async (by: string): Promise<(string | null)[]> => (await max.get<PartFigures[]>(`/analytics/parts?from=2026-03-20&to=2026-12-31&by=${by}`)).data.map(({ name }) => name);
    expect((await parts('agent')).toSorted()).toEqual(['', 'Ada', 'Bob']);
    await desk.app.db.query('admin::user').update({ where: { id: bob.agent.id }, data: { isActive: false } });
    expect((await parts('agent')).filter((name) => name === null)).toEqual([null]);
    expect((await parts('category')).toSorted()).toEqual(['=Returns', 'Delivery']);
    expect(await parts('segment')).toContain(null);
  });

  test('saves them as a file in which no cell is a formula, if the role allows it', async () => {
    const file = await max.get('/analytics/file?from=2026-03-20&to=2026-04-30');
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="figures-2026-03-20-2026-04-30.csv"']);
    expect(file.text).toContain(`"category","'=Returns","2026-03-20"`);
    const { opened } = (await ask({ from: '2026-03-20', to: '2026-04-30', timeZone: zone })).figures;
    expect(file.text.split('\r\n')[1]).toMatch(`"all","","2026-03-20","2026-04-30","${opened}"`);
    const reader = await desk.agent('Rita', ['analytics.read']);
    expect([(await reader.get('/analytics/file?from=2026-03-20&to=2026-04-30')).status, (await reader.get('/analytics?from=2026-03-20&to=2026-04-30')).status, (await (await desk.agent('Nora', ['tickets.read'])).get('/analytics?from=2026-03-20&to=2026-04-30')).status]).toEqual([403, 200, 403]);
  });

  test('asks in code as on the page', async () => {
    const facade = portal<Promise<unknown>>(desk.app, 'portal') as unknown as PortalFacade;
    const found = await facade.analytics().between('2026-03-20', new Date('2026-04-30T12:00:00Z')).bySegment('premium').get();
    expect(found).toEqual(await ask({ from: '2026-03-20', to: '2026-04-30', timeZone: zone, by: 'segment', value: 'premium' }));
    expect((await facade.analytics().between('2026-03-20', '2026-04-30').byCategory('delivery').comparedWith('none').get()).before).toBeNull();
    await expect(facade.analytics().between('2026-03-20', 'soon').get()).rejects.toMatchObject({ details: { code: 'validation_failed' } });
    await expect(facade.analytics().between('2026-03-20', '2026-03-21').byCategory('none').get()).rejects.toMatchObject({ details: { code: 'not_found' } });
  });

  test('sees what answers spared the desk, and that nobody knows segments of searches', async () => {
    const moment = new Date('2025-07-02T10:00:00Z');
    const note = (results: number, openings: number, key: string, createdAt = moment) => desk.app.db.query('plugin::portal.search-record').create({ data: { key, query: 'lamp', normal: 'lamp', language: 'en', results, openings, createdAt } });
    await at(desk.app, moment, async () => {
      for (const [index, [results, openings]] of ([[0, 0], [3, 0], [3, 2], [1, 1]] as const).entries()) await note(results, openings, `search-${index}`);
      for (const [index, [offers, openings, outcome]] of ([[0, 0, 'sent'], [2, 1, 'solved'], [2, 1, 'open'], [2, 0, 'open'], [3, 2, 'sent']] as const).entries()) await desk.app.db.query('plugin::portal.suggestion').create({ data: { key: `s${index}`, owner: 'x', language: 'de', category: 'delivery', offers, openings, outcome, settled: true, createdAt: moment } });
    });
    const span = { from: '2025-07-02', to: '2025-07-02', timeZone: zone };
    const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);
    for (const days of [0, 5]) await note(1, 1, `search-${days}-ago`, daysAgo(days));
    const months = { from: daysAgo(60).toISOString().slice(0, 10), to: daysAgo(-1).toISOString().slice(0, 10), timeZone: zone };
    expect((await ask(months)).deflection.searches).toEqual({ all: 2, found: 2, opened: 2 });
    expect((await ask(span)).deflection).toEqual({ searches: { all: 4, found: 3, opened: 2 }, suggestions: { all: 5, offered: 4, opened: 3, solved: 1, sent: 2, left: 2, waiting: 0, spared: 2 } });
    expect((await ask({ ...span, by: 'segment', value: 'premium' })).deflection).toEqual({ searches: null, suggestions: null });
    expect((await ask({ ...span, by: 'language', value: 'de' })).deflection).toMatchObject({ searches: { all: 0 }, suggestions: { all: 5 } });
  });
});
