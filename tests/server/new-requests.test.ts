import { makeCategory, sendRequest } from '../../database/seeds/builders/requests';
import { portal } from '../../database/seeds/builders/services';
import { categoryChange, type TicketDetail } from '../../plugin/contracts/tickets';
import { configure } from '../support/configured';
import { parcelCategory } from '../support/parcel-category';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let plain: string;
let parcels: string;
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  plain = await makeCategory(desk.app, { name: 'Something else', suggestedPriority: 'high' });
  parcels = await makeCategory(desk.app, categoryChange.parse(parcelCategory));
});
afterAll(() => desk?.stop());

const whole = { subject: 'Where is my parcel?', body: 'It should be *here*.' };
const faultsOf = async (body: object): Promise<string[]> => {
  const { status, error } = await cora.post('/tickets', { ...whole, category: plain, ...body });
  expect(status).toBe(400);
  return (error?.details.errors ?? []).map(({ path, rule }) => `${path} ${rule}`);
};

describe('Cora sends a request', () => {
  test('and gets it back as it now stands: new, the agents’ turn, her words unchanged', async () => {
    const { status, data } = await cora.post<TicketDetail>('/tickets', { ...whole, subject: `  ${whole.subject}  `, category: plain });
    expect(status).toBe(201);
    expect(data).toMatchObject({ subject: whole.subject, state: 'new', turn: 'agent', priority: 'high', category: { slug: plain, name: 'Something else' }, messageCount: 1 });
    expect(data.reference).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(data.comments).toMatchObject([{ body: whole.body, html: '<p>It should be <em>here</em>.</p>\n', author: { kind: 'customer', name: 'Cora Bell' } }]);
    expect(data.events).toMatchObject([{ type: 'ticket.opened', actor: { kind: 'customer', name: 'Cora Bell' } }]);
    expect(data.may).toEqual({ reply: true, close: true, reopen: false, invite: true });
    expect((await cora.get<TicketDetail>(`/tickets/${data.reference}`)).data).toEqual(data);
  });

  test('at the size that is allowed and no letter more', async () => {
    expect((await cora.post('/tickets', { subject: 's'.repeat(200), body: 'b'.repeat(50_000), category: plain })).status).toBe(201);
    expect(await faultsOf({ subject: 's'.repeat(201), body: 'b'.repeat(50_001) })).toEqual(['subject too_long', 'body too_long']);
  });

  test('but not without subject, words and category, each named', async () => {
    const { error } = await cora.post('/tickets', {});
    expect(error?.details.errors.map(({ path, rule }) => `${path} ${rule}`)).toEqual(['subject required', 'body required', 'category required']);
    expect(await faultsOf({ subject: ' \n ', body: ' \t ' })).toEqual(['subject required', 'body required']);
    expect(await faultsOf({ subject: 7, body: { text: 'x' }, category: ['a'] })).toEqual(['subject malformed', 'body malformed', 'category malformed']);
  });

  test('nor in a category that is unknown, switched off, or only holds others', async () => {
    const off = await makeCategory(desk.app, { name: 'Switched off', active: false });
    const above = await makeCategory(desk.app, { name: 'Above' });
    const below = await makeCategory(desk.app, { name: 'Below', parent: above });
    for (const category of ['nowhere', off, above, '__proto__', 'constructor']) expect(await faultsOf({ category })).toEqual(['category not_allowed']);
    expect((await cora.post('/tickets', { ...whole, category: below })).status).toBe(201);
  });

  test('nor with a priority that her segment may not use', async () => {
    expect(await faultsOf({ priority: 'urgent' })).toEqual(['priority not_allowed']);
    expect(await faultsOf({ priority: 'extreme' })).toEqual(['priority not_allowed']);
    expect((await cora.post<TicketDetail>('/tickets', { ...whole, category: plain, priority: 'low' })).data.priority).toBe('low');
  });

  test('and a suggested priority beyond her rights becomes normal', async () => {
    const urgent = await makeCategory(desk.app, { name: 'On fire', suggestedPriority: 'urgent' });
    expect((await cora.post<TicketDetail>('/tickets', { ...whole, category: urgent })).data.priority).toBe('normal');
  });
});

describe('the questions of a category', () => {
  const answers = { orderNumber: 'A-17', trouble: 'Late', due: '2026-02-28', gift: true, place: 'At the door' };
  const send = (fields: object) => cora.post<TicketDetail>('/tickets', { ...whole, category: parcels, fields });
  const faults = async (fields: object) => (await send(fields)).error?.details.errors.map(({ path, rule }) => `${path.replace('fields.', '')} ${rule}`);

  test('are kept with the labels they had', async () => {
    const { data } = await send(answers);
    expect(data.fields).toEqual([
      { name: 'orderNumber', label: 'Order number', value: 'A-17' },
      { name: 'trouble', label: 'What happened?', value: 'Late' },
      { name: 'due', label: 'When was it due?', value: '2026-02-28' },
      { name: 'gift', label: 'It is a gift', value: true },
      { name: 'place', label: 'Where was it left?', value: 'At the door' },
    ]);
  });

  test('are asked for where they are required', async () => {
    expect(await faults({})).toEqual(['orderNumber required', 'trouble required']);
    expect(await faults({ orderNumber: '  ', trouble: '' })).toEqual(['orderNumber required', 'trouble required']);
  });

  test('take only what their kind can be', async () => {
    const wrong = { orderNumber: 'n'.repeat(501), trouble: 'Stolen', gift: 'yes', place: true };
    expect(await faults(wrong)).toEqual(['orderNumber too_long', 'trouble not_allowed', 'gift malformed', 'place malformed']);
    expect(await faults({ ...answers, due: '2026-02-30' })).toEqual(['due malformed']);
    expect(await faults({ ...answers, due: 'tomorrow' })).toEqual(['due malformed']);
  });

  test('that depend on another are neither checked nor kept while that one says otherwise', async () => {
    const { status, data } = await send({ ...answers, trouble: 'Damaged', due: 'nonsense' });
    expect(status).toBe(201);
    expect(data.fields.map(({ name }) => name)).toEqual(['orderNumber', 'trouble', 'gift', 'place']);
  });

  test('that nobody asked are refused', async () => {
    expect(await faults({ ...answers, weight: '3 kg', constructor: 'x' })).toEqual(['weight unknown', 'constructor unknown']);
  });

  test('can be checked before sending, and nothing is kept by it', async () => {
    const before = await desk.app.db.query('plugin::portal.ticket').count();
    expect((await cora.post('/tickets/checks', { ...whole, category: parcels, fields: answers })).status).toBe(200);
    expect((await cora.post('/tickets/checks', { ...whole, category: parcels })).code).toBe('validation_failed');
    expect(await desk.app.db.query('plugin::portal.ticket').count()).toBe(before);
  });
});

test('a reference that was drawn before is drawn again', async () => {
  const { app } = desk;
  const taken = await sendRequest(app, cora.customer, { ...whole, category: plain });
  const draws = [taken, taken, 'R-0000ZZ'];
  const open = async (): Promise<string> => {
    const reference = draws.shift() ?? '';
    const moment = new Date();
    await app.db.query('plugin::portal.ticket').create({ data: { reference, subject: 'Drawn', state: 'new', turn: 'agent', turnSince: moment, priority: 'low', priorityRank: 0, requesterId: cora.customer.customerId, categoryId: 1 } });
    return reference;
  };
  const once = portal<{ once(request: object, change: () => Promise<string>): Promise<unknown> }>(app, 'idempotency');
  expect(await once.once({ owner: 'customer:1', key: 'a-key-of-a-draw', content: {} }, open)).toEqual({ outcome: 'R-0000ZZ', repeated: false });
  expect(await app.db.query('plugin::portal.ticket').count({ where: { subject: 'Drawn' } })).toBe(1);
});

test('where sending requests is switched off, its addresses are gone and the rest stays', async () => {
  const missing = await cora.post('/nowhere', whole);
  await configure(desk, 'features.ticketSubmission', false);
  try {
    for (const path of ['/tickets', '/tickets/checks']) {
      const gone = await cora.post(path, { ...whole, category: plain });
      expect([gone.status, gone.text]).toEqual([404, missing.text]);
    }
    expect((await cora.get('/tickets')).status).toBe(200);
  } finally {
    await configure(desk, 'features.ticketSubmission', true);
  }
});
