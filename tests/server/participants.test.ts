import { closeRequest, makeCategory, replyAsAgent, sendRequest, writeNote } from '../../database/seeds/builders/requests';
import { makeCustomer } from '../../database/seeds/builders/people';
import type { DeskTicketDetail } from '../../plugin/contracts/desk';
import type { TicketDetail, TicketListItem } from '../../plugin/contracts/tickets';
import { withHiddenBindings } from '../../plugin/server/src/platform/hidden-bindings';
import { mailsTo } from '../support/mailbox';
import { smallPng } from '../support/parcel-category';
import { statementsOf } from '../support/statements';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let eve: SignedIn;
let ada: LoggedIn;
let category: string;

beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto, eve] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt'), await desk.customer('Eve Other')];
  ada = await desk.agent('Ada');
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

const sent = (subject: string, by = cora) => sendRequest(desk.app, by.customer, { category, subject, body: `About ${subject}.`, files: [{ name: 'a.png', bytes: smallPng }] });
const add = (reference: string, email: string, by = cora) => by.post(`/tickets/${reference}/participants`, { email });
const show = async (reference: string, by = cora): Promise<TicketDetail> => (await by.get<TicketDetail>(`/tickets/${reference}`)).data;
const list = async (by: SignedIn, query = ''): Promise<TicketListItem[]> => (await by.get<TicketListItem[]>(`/tickets?${query}`)).data;
const idOf = async (reference: string, email: string): Promise<string> => (await show(reference)).audience.find(({ name }) => name === email)?.id ?? '';
/** A request of Cora’s in which Otto takes part. */
const together = async (subject: string): Promise<string> => {
  const reference = await sent(subject);
  await add(reference, otto.customer.email);
  return reference;
};

describe('Otto, added by Cora', () => {
  test('reads her request, its files, and finds it marked in his list', async () => {
    const reference = await together('Read together');
    const ticket = await show(reference, otto);
    expect(ticket).toMatchObject({ subject: 'Read together', participating: true, may: { reply: true, close: false, reopen: false, invite: false } });
    expect(ticket.comments).toMatchObject([{ author: { name: 'Cora Bell' }, mine: false }]);
    expect(ticket.audience).toMatchObject([{ name: 'Cora Bell', role: 'requester', you: false }, { name: otto.customer.email, role: 'participant', you: true }, { role: 'agents' }]);
    expect((await otto.get(`/attachments/${ticket.attachments[0]?.id}`)).status).toBe(200);
    expect((await otto.get(`/tickets/${reference}/events`)).status).toBe(200);
    expect(await list(otto)).toMatchObject([{ subject: 'Read together', participating: true }]);
    expect((await list(cora, 'q=Read%20together'))[0]).toMatchObject({ participating: false });
  });

  test('replies, and it is his words: the agents and Cora see who wrote', async () => {
    const reference = await together('Answered together');
    await replyAsAgent(desk.app, ada.agent, reference, 'Which lamp?');
    expect((await otto.post(`/tickets/${reference}/comments`, { body: 'The green one.' })).status).toBe(201);
    expect((await show(reference)).comments.at(-1)).toMatchObject({ author: { name: 'Otto Brandt' }, body: 'The green one.', mine: false });
    expect((await show(reference, otto)).comments.at(-1)).toMatchObject({ mine: true });
    expect((await show(reference)).turn).toBe('agent');
    const { data } = await ada.get<DeskTicketDetail>(`/tickets/${reference}`);
    expect([data.participants, data.comments.at(-1)?.author.name]).toEqual([[otto.customer.email], 'Otto Brandt']);
  });

  test('never sees an internal note', async () => {
    const reference = await together('With a note');
    await writeNote(desk.app, ada.agent, reference, 'PINEAPPLE');
    for (const path of [`/tickets/${reference}`, `/tickets/${reference}/events`, '/tickets']) expect((await otto.get(path)).text).not.toMatch(/PINEAPPLE|note\.added/);
    await desk.settle();
    expect(JSON.stringify(await mailsTo(desk, otto.customer.email))).not.toContain('PINEAPPLE');
  });

  test('can neither close it, nor reopen it, nor share it, nor add or remove others: for that it is not his', async () => {
    const reference = await together('Not his to close');
    await add(reference, eve.customer.email);
    const [missing, eves] = [await otto.post('/tickets/R-ZZZZZZ/closure'), await idOf(reference, eve.customer.email)];
    const attempts = [otto.post(`/tickets/${reference}/closure`), otto.post(`/tickets/${reference}/share-links`, { days: 1 }), otto.get(`/tickets/${reference}/share-links`), add(reference, 'x@example.com', otto), otto.delete(`/tickets/${reference}/participants/${eves}`)];
    for (const attempt of attempts) expect([(await attempt).status, (await attempt).text]).toEqual([404, missing.text]);
    await closeRequest(desk.app, cora.customer, reference);
    expect((await otto.delete(`/tickets/${reference}/closure`)).status).toBe(404);
  });

  test('is told of what others say, Cora of what he says, nobody of his own words', async () => {
    const reference = await together('Told about');
    await replyAsAgent(desk.app, ada.agent, reference, 'Words of Ada.');
    await otto.post(`/tickets/${reference}/comments`, { body: 'Words of Otto.' });
    await cora.post(`/tickets/${reference}/comments`, { body: 'Words of Cora, with https://evil.example/.' });
    await desk.settle();
    const about = async (who: SignedIn) => (await mailsTo(desk, who.customer.email)).filter(({ subject }) => subject.includes(reference)).map(({ text }) => text).join('\n');
    expect(await about(otto)).toMatch(/Cora Bell lets you read/);
    expect(await about(otto)).toMatch(/Ada wrote in the request[^]*Words of Ada\./);
    // He never had to agree to take part: what a customer writes comes to him without its words.
    expect(await about(otto)).toContain('Cora Bell, who takes part in the request');
    expect(await about(otto)).not.toMatch(/Words of Cora|evil|Told about/);
    expect(await about(otto)).not.toContain('Words of Otto.');
    expect(await about(cora)).toContain('Ada answered your request');
    expect(await about(cora)).toContain('Otto Brandt wrote in the request');
    expect(await about(eve)).toBe('');
  });

  test('leaves, or is removed, and then it is not there for him', async () => {
    const [left, removed] = [await together('Left'), await together('Removed')];
    const missing = await otto.get('/tickets/R-ZZZZZZ');
    expect((await otto.delete(`/tickets/${left}/participants/${await idOf(left, otto.customer.email)}`)).status).toBe(200);
    expect((await cora.delete(`/tickets/${removed}/participants/${await idOf(removed, otto.customer.email)}`)).status).toBe(200);
    for (const reference of [left, removed]) {
      expect((await otto.get(`/tickets/${reference}`)).text).toBe(missing.text);
      expect((await list(otto)).map((ticket) => ticket.reference)).not.toContain(reference);
    }
    // Gone from the request, his address is gone from what its readers see of the history; agents keep it.
    const history = async () => (await show(removed)).events.map(({ type, data }) => [type, data.to ?? data.from]);
    expect(await history()).toEqual([['ticket.opened', undefined], ['participant.added', undefined], ['participant.removed', undefined]]);
    expect((await cora.get(`/tickets/${removed}/events`)).text).not.toContain(otto.customer.email);
    expect((await ada.get(`/tickets/${removed}`)).text).toContain(otto.customer.email);
    await add(removed, eve.customer.email);
    expect((await history()).at(-1)).toEqual(['participant.added', eve.customer.email]);
  });
});

describe('Cora', () => {
  test('cannot have mails written to one stranger after the other', async () => {
    const many = await desk.customer('Mona Many');
    const crowded = async (subject: string) => sendRequest(desk.app, many.customer, { category, subject, body: 'Words.' });
    const requests = [await crowded('One'), await crowded('Two'), await crowded('Three')];
    const answers = [];
    for (let n = 0; n < 51; n += 1) answers.push(await many.post(`/tickets/${requests[Math.floor(n / 18)]}/participants`, { email: `stranger${n}@example.net` }));
    expect(answers.slice(0, 50).every(({ status }) => status === 201)).toBe(true);
    expect(answers[50]).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(Number(answers[50]?.headers.get('retry-after'))).toBeGreaterThan(80_000);
    expect(await many.post(`/tickets/${requests[0]}/share-links`, { days: 1 })).toMatchObject({ status: 429 });
  });

  test('without access is not told what is said, neither as requester nor by a link that she made', async () => {
    const gone = await desk.customer('Gina Gone');
    const reference = await sendRequest(desk.app, gone.customer, { category, subject: 'Hers once', body: 'Words.' });
    const { data: link } = await gone.post<{ token: string }>(`/tickets/${reference}/share-links`, { days: 1 });
    await desk.app.db.query('plugin::users-permissions.user').update({ where: { id: gone.customer.userId }, data: { blocked: true } });
    await replyAsAgent(desk.app, ada.agent, reference, 'Said after that.');
    await desk.settle();
    expect(JSON.stringify(await mailsTo(desk, gone.customer.email))).not.toContain('Said after that.');
    expect((await desk.visitor().get(`/shared/${link.token}`)).status).toBe(404);
  });

  test('cannot tell from the answer whether an address has an account', async () => {
    const reference = await sent('Whom do I know');
    const [known, unknown] = [await add(reference, otto.customer.email), await add(reference, 'nobody@example.net')];
    expect([known.status, unknown.status]).toEqual([201, 201]);
    expect(known.text.replace(otto.customer.email, 'X')).toBe(unknown.text.replace('nobody@example.net', 'X'));
    const added = (await show(reference)).audience.filter(({ role }) => role === 'participant');
    expect(added.map(({ name }) => name)).toEqual([otto.customer.email, 'nobody@example.net']);
    expect((await cora.get(`/tickets/${reference}`)).text).not.toContain('Otto Brandt');
  });

  test('invites somebody without an account: a mail leads to creating one, and with it the request is there', async () => {
    const reference = await sent('For a newcomer');
    await add(reference, 'New.Comer@Example.com');
    await desk.settle();
    const [mail] = await mailsTo(desk, 'new.comer@example.com');
    expect(mail?.subject).toContain('Cora Bell invites you');
    expect(mail?.text).toMatch(/\/support\/register/);
    expect(mail?.text).not.toContain('For a newcomer');
    const newcomer = await desk.signIn(await makeCustomer(desk.app, 'New Comer', 'new.comer@example.com'));
    expect(await list(newcomer)).toMatchObject([{ reference, participating: true }]);
    expect((await newcomer.post(`/tickets/${reference}/comments`, { body: 'Here I am.' })).status).toBe(201);
  });

  test('adds an address once, writes to it once, not herself and not more than twenty', async () => {
    const reference = await sent('Crowded');
    await Promise.all([add(reference, 'one@example.com'), add(reference, 'ONE@example.com')]);
    expect((await add(reference, 'one@example.com')).status).toBe(201);
    expect((await show(reference)).audience).toHaveLength(3);
    await cora.delete(`/tickets/${reference}/participants/${await idOf(reference, 'one@example.com')}`);
    await desk.settle();
    await add(reference, 'one@example.com');
    await desk.settle();
    expect((await mailsTo(desk, 'one@example.com')).length).toBeLessThanOrEqual(1);
    expect(await add(reference, cora.customer.email)).toMatchObject({ status: 400, code: 'validation_failed' });
    for (const odd of ['', 'no address', 'a@b', `${'x'.repeat(300)}@example.com`]) expect((await add(reference, odd)).status).toBe(400);
    for (let n = 2; n <= 20; n += 1) expect((await add(reference, `${n}@example.com`)).status).toBe(201);
    expect(await add(reference, '21@example.com')).toMatchObject({ status: 409, code: 'participant_limit_reached' });
  });
});

describe('a list of own requests and those of others', () => {
  test('is sorted, narrowed, paged and counted as one', async () => {
    const lena = await desk.customer('Lena List');
    const subjects: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      const [by, subject] = n % 2 === 0 ? [lena, `Mixed own ${n}`] : [cora, `Mixed theirs ${n}`];
      const reference = await sent(subject, by);
      if (by === cora) await add(reference, lena.customer.email);
      subjects.unshift(subject);
    }
    for (const sort of ['-createdAt', 'createdAt']) {
      const wanted = sort === 'createdAt' ? subjects.toReversed() : subjects;
      const pages = await Promise.all([1, 2, 3, 4].map((page) => lena.get<TicketListItem[]>(`/tickets?sort=${sort}&pageSize=2&page=${page}`)));
      expect(pages.flatMap(({ data }) => data.map(({ subject }) => subject))).toEqual(wanted);
      for (const { pagination } of pages) expect(pagination).toMatchObject({ total: 7, pageCount: 4 });
    }
    expect((await list(lena, 'q=theirs&sort=createdAt')).map(({ subject }) => subject)).toEqual(['Mixed theirs 1', 'Mixed theirs 3', 'Mixed theirs 5']);
    expect(await list(lena, 'sort=-priority&state=active&category=something-else')).toHaveLength(7);
    expect((await lena.get<TicketListItem[]>('/tickets?page=9&pageSize=2')).pagination).toMatchObject({ total: 7 });
    expect(await list(lena, 'state=done')).toEqual([]);
  });

  test('is read in one statement after a look at his own, each half by an index of its own', async () => {
    const [, own, statement = '', ...more] = await statementsOf(desk, () => otto.get('/tickets'));
    expect(own).not.toMatch(/union all/);
    expect(more).toEqual([]);
    expect(statement).toMatch(/union all/);
    if ((desk.app.db.dialect as { client: string }).client !== 'sqlite') return;
    const bindings = Array.from({ length: (statement.match(/\?/g) ?? []).length }, () => 1);
    const plan = JSON.stringify(await desk.app.db.connection.raw(`explain query plan ${withHiddenBindings(statement)}`, bindings));
    expect(plan).toContain('portal_tickets_requester_visible');
    expect(plan).toContain('portal_participants_email');
    expect(plan).not.toMatch(/SCAN (portal_|up_|[pcu] )/);
  });
});
