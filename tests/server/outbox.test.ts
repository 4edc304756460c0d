import { makeAgent, type Agent } from '../../database/seeds/builders/people';
import { makeCategory, replyAsAgent, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import { mailsTo } from '../support/mailbox';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: Agent;
let category: string;
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  ada = await makeAgent(desk.app, 'Ada', 'Okafor', 'ada@example.com');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

interface Told {
  id: number;
  type: string;
  subject: string;
  payload: Record<string, unknown>;
}
interface Events {
  subscribe(name: string, types: string[], handle: (event: Told) => Promise<void>): void;
  subscribeTogether(name: string, types: string[], handle: (events: Told[]) => Promise<void>): void;
  deliverDue(): Promise<void>;
}
interface OutboxRow {
  id: number;
  type: string;
  subject: string;
  state: string;
  attempts: number;
  done: string[];
  lastError: string | null;
}
const events = (): Events => portal<Events>(desk.app, 'events');
const outbox = () => desk.app.db.query('plugin::portal.outbox');
const rowsOf = async (reference: string) => (await outbox().findMany({ where: { subject: reference }, orderBy: { id: 'asc' } })) as unknown as OutboxRow[];
const opened = (subject = 'A request') => sendRequest(desk.app, cora.customer, { category, subject, body: 'Her words.' });
const minutesLater = <Result>(minutes: number, work: () => Result): Result => at(desk.app, new Date(Date.now() + minutes * 60_000), work);

describe('what happened', () => {
  test('is written with its change, and told after it', async () => {
    const heard: Told[] = [];
    events().subscribe('a listener', ['ticket.opened', 'comment.added'], async (event) => void heard.push(event));
    const reference = await opened();
    await replyAsAgent(desk.app, ada, reference, 'An answer.');
    await desk.settle();
    const mine = heard.filter(({ subject }) => subject === reference);
    expect(mine.map(({ type }) => type)).toEqual(['ticket.opened', 'comment.added']);
    expect(mine[0]?.payload).toMatchObject({ actor: { kind: 'customer', name: 'Cora Bell' }, internal: false });
    expect((await rowsOf(reference)).map(({ type, state }) => [type, state])).toEqual([
      ['ticket.opened', 'delivered'],
      ['comment.added', 'delivered'],
      ['ticket.state_changed', 'delivered'],
    ]);
  });

  test('is not written when its change fails, and neither is any part of that change', async () => {
    const count = () => Promise.all(['ticket', 'comment', 'ticket-event', 'outbox'].map((model) => desk.app.db.query(`plugin::portal.${model}` as 'plugin::portal.ticket').count()));
    const before = await count();
    // The file is asked for last, when ticket and message are written already.
    expect((await cora.post('/tickets', { category, subject: 'x', body: 'x', attachments: ['A'.repeat(43)] })).status).toBe(400);
    const reference = await opened();
    const between = await count();
    expect((await cora.post(`/tickets/${reference}/comments`, { body: 'x', attachments: ['A'.repeat(43)] })).status).toBe(400);
    expect(await count()).toEqual(between);
    expect(between).toEqual(before.map((each) => each + 1));
  });

  test('never changes the answer: a listener that fails is none of Cora’s business', async () => {
    events().subscribe('always fails', ['ticket.closed'], async () => {
      throw new Error('not today');
    });
    const reference = await opened();
    expect((await cora.post(`/tickets/${reference}/closure`)).status).toBe(200);
    await desk.settle();
    expect((await cora.get(`/tickets/${reference}`)).data).toMatchObject({ state: 'closed' });
  });
});

/** A delivery that is under way goes on by its own clock: it ends before the clock is put forward. */
const deliverLater = async (minutes: number): Promise<void> => {
  await desk.settle();
  await minutesLater(minutes, () => events().deliverDue());
};

describe('a listener that takes many at once', () => {
  test('gets those of a batch together; one that it cannot take is found, and the others are told once', async () => {
    const calls: string[][] = [];
    const done: string[] = [];
    let bad = '';
    events().subscribeTogether('many at once', ['ticket.opened'], async (told) => {
      const subjects = told.map(({ subject }) => subject);
      calls.push(subjects);
      if (subjects.includes(bad)) throw new Error('not this one');
      done.push(...subjects);
    });
    const [first, second, third] = await at(desk.app, new Date(Date.now() + 1000), async () => [await opened('One'), await opened('Two'), await opened('Three')]);
    bad = String(second);
    await deliverLater(1 / 30);
    expect(calls[0]).toEqual([first, second, third]);
    expect(done).toEqual([first, third]);
    expect(await rowsOf(bad)).toMatchObject([{ state: 'pending', attempts: 1, lastError: 'many at once: not this one' }]);
    bad = '';
    await deliverLater(3);
    expect(done).toEqual([first, third, second]);
    expect((await mailsTo(desk, cora.customer.email)).filter(({ subject }) => [first, second, third].some((reference) => subject.includes(String(reference))))).toHaveLength(3);
  });
});

describe('a listener that fails', () => {
  test('is told again later, the others only once', async () => {
    let failures = 2;
    const heard = { fragile: 0, robust: 0 };
    events().subscribe('fragile', ['ticket.priority_changed'], async () => {
      heard.fragile += 1;
      if (failures-- > 0) throw new Error('the other side is down');
    });
    events().subscribe('robust', ['ticket.priority_changed'], async () => void (heard.robust += 1));
    const reference = await opened();
    await portal<{ change(reference: string, change: object, agent: Agent): Promise<void> }>(desk.app, 'desk-changes').change(reference, { priority: 'urgent' }, ada);
    await desk.settle();
    const [, row] = await rowsOf(reference);
    expect(row).toMatchObject({ state: 'pending', attempts: 1, done: ['live-news', 'robust'], lastError: 'fragile: the other side is down' });

    await desk.settle();
    expect(heard).toEqual({ fragile: 1, robust: 1 });
    await deliverLater(1);
    await deliverLater(3);
    expect(heard).toEqual({ fragile: 3, robust: 1 });
    expect((await rowsOf(reference))[1]).toMatchObject({ state: 'delivered', lastError: null });
  });

  test('for ever is given up, with its reason kept', async () => {
    events().subscribe('broken', ['ticket.reopened'], async () => {
      throw new Error('broken for good');
    });
    const reference = await opened();
    await cora.post(`/tickets/${reference}/closure`);
    await cora.delete(`/tickets/${reference}/closure`);
    await desk.settle();
    for (let round = 1; round < 15; round += 1) await minutesLater(round * 70, () => events().deliverDue());
    expect((await rowsOf(reference)).find(({ type }) => type === 'ticket.reopened')).toMatchObject({ state: 'failed', attempts: 12, lastError: 'broken: broken for good' });
  });

  test('does not hold up what happens after it', async () => {
    const heard: string[] = [];
    events().subscribe('listens on', ['note.added'], async ({ subject }) => void heard.push(subject));
    const reference = await opened();
    await cora.post(`/tickets/${reference}/closure`);
    await writeNote(desk.app, ada, reference, 'After the failure.');
    await desk.settle();
    expect(heard).toContain(reference);
  });
});

describe('mails about what happened', () => {
  test('go out once, also when it is told twice', async () => {
    const reference = await opened('Told twice');
    await desk.settle();
    const before = (await mailsTo(desk, cora.customer.email)).length;
    await outbox().updateMany({ where: { subject: reference }, data: { state: 'pending', done: [], availableAt: new Date(), lockedUntil: null } });
    await desk.settle();
    expect((await rowsOf(reference)).map(({ state }) => state)).toEqual(['delivered']);
    expect(await mailsTo(desk, cora.customer.email)).toHaveLength(before);
  });

  test('say in her language what she wrote and what was answered', async () => {
    await cora.patch('/me', { language: 'de' });
    const reference = await opened('Auf Deutsch');
    await replyAsAgent(desk.app, ada, reference, 'Eine **Antwort**.');
    const [answer, received] = await mailsTo(desk, cora.customer.email);
    expect(received?.subject).toBe(`[${reference}] Ihre Anfrage ist da: Auf Deutsch`);
    expect(answer?.subject).toBe(`[${reference}] Auf Deutsch`);
    expect(answer?.text).toContain('Ada Okafor hat auf Ihre Anfrage');
    expect(answer?.html).toContain('Eine <strong>Antwort</strong>.');
    expect(answer?.text).toContain(`${desk.url}/support/requests/${reference}`);
  });

  test('are not sent to Cora about her own replies', async () => {
    const reference = await opened('Her own');
    await desk.settle();
    const before = (await mailsTo(desk, cora.customer.email)).length;
    await cora.post(`/tickets/${reference}/comments`, { body: 'More.' });
    expect(await mailsTo(desk, cora.customer.email)).toHaveLength(before);
  });

  test('reach also an address as long as addresses can be', async () => {
    const email = `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(57)}.org`;
    expect(email).toHaveLength(254);
    const browser = desk.visitor();
    await browser.post('/auth/register', { name: 'Long', email, password: 'Portal-demo-2026' });
    const [mail] = await mailsTo(desk, email);
    const code = /code=([\w-]+)/.exec(mail?.text ?? '')?.[1];
    expect((await browser.post('/auth/email-confirmation', { code })).status).toBe(201);
    await browser.post('/auth/login', { email, password: 'Portal-demo-2026' });
    const { data } = await browser.post<{ reference: string }>('/tickets', { category, subject: 's'.repeat(200), body: 'x' });
    expect((await mailsTo(desk, email))[0]?.subject).toContain(data.reference);
  });
});
