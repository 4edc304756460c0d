import { makeCategory } from '../../database/seeds/builders/requests';
import { portal } from '../../database/seeds/builders/services';
import type { DeskTicketDetail } from '../../plugin/contracts/desk';
import type { NewShareLink } from '../../plugin/contracts/sharing';
import type { TicketDetail, TicketSummary } from '../../plugin/contracts/tickets';
import { smallPng } from '../support/parcel-category';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let category: string;
let reference: string;
let file: string;

const tickets = () => desk.app.db.connection('portal_tickets');
const opened = async (subject: string): Promise<string> => (await cora.post<TicketDetail>('/tickets', { category, subject, body: 'Words.', attachments: subject === 'Watched' ? [file] : [] })).data.reference;
const show = async (): Promise<TicketDetail> => (await cora.get<TicketDetail>(`/tickets/${reference}`)).data;
const order = async (sort: string): Promise<string[]> => (await cora.get<TicketSummary[]>(`/tickets?sort=${sort}`)).data.map(({ subject }) => subject);

beforeAll(async () => {
  desk = await bootDesk();
  [cora, ada] = [await desk.customer('Cora Bell'), await desk.agent('Ada')];
  category = await makeCategory(desk.app, { name: 'Something else' });
  file = (await cora.upload('a.png', new Uint8Array(smallPng))).data.id;
  [reference] = [await opened('Watched'), await opened('Other')];
});
afterAll(() => desk?.stop());

describe('what agents do among themselves', () => {
  const me = () => ada.agent.id;
  const quiet: [string, () => Promise<unknown>][] = [
    ['a note', () => ada.post(`/tickets/${reference}/notes`, { body: 'Among us.' })],
    ['somebody who takes it over', () => ada.put(`/tickets/${reference}`, { assignee: me() })],
    ['a tag', () => ada.put(`/tickets/${reference}`, { addTags: ['odd'] })],
    ['a snooze', () => ada.put(`/tickets/${reference}`, { snoozeUntil: new Date(Date.now() + 3_600_000).toISOString() })],
    ['a change to what it is already', () => ada.put(`/tickets/${reference}`, { priority: 'normal' })],
  ];
  test.each(quiet)('%s is no change for the customer, in no order of her list', async (_name, act) => {
    const before = (await show()).updatedAt;
    await act();
    expect((await show()).updatedAt).toBe(before);
    expect([await order('-updatedAt'), await order('updatedAt')]).toEqual([['Other', 'Watched'], ['Watched', 'Other']]);
  });

  test('but it is one for their own list', async () => {
    expect((await ada.get<TicketSummary[]>('/tickets?sort=-updatedAt')).data.map(({ subject }) => subject)).toEqual(['Watched', 'Other']);
  });
});

describe('what she can see', () => {
  const person = async (): Promise<string> => (await show()).audience.find(({ id }) => id !== null)?.id ?? '';
  let link: string;
  const seen: [string, () => Promise<unknown>][] = [
    ['a reply of an agent', () => ada.post(`/tickets/${reference}/comments`, { body: 'An answer.' })],
    ['her own', () => cora.post(`/tickets/${reference}/comments`, { body: 'Words.' })],
    ['a priority', () => ada.put(`/tickets/${reference}`, { priority: 'high' })],
    ['a state', () => ada.put(`/tickets/${reference}`, { state: 'on_hold' })],
    ['a person she adds', () => cora.post(`/tickets/${reference}/participants`, { email: 'friend@example.com' })],
    ['and removes', async () => cora.delete(`/tickets/${reference}/participants/${await person()}`)],
    ['a link she makes', async () => void (link = (await cora.post<NewShareLink>(`/tickets/${reference}/share-links`, { days: 1 })).data.id)],
    ['and takes back', () => cora.delete(`/tickets/${reference}/share-links/${link}`)],
    ['a file she takes back', () => cora.delete(`/attachments/${file}`)],
    ['her closing it', () => cora.post(`/tickets/${reference}/closure`)],
    ['and opening it again', () => cora.delete(`/tickets/${reference}/closure`)],
  ];
  test.each(seen)('%s is the time of the change, and its order', async (_name, act) => {
    // Earlier than all, so that a change that is not noted shows.
    await tickets().where({ reference }).update({ last_visible_at: new Date(1000) });
    await act();
    const { updatedAt, events } = await show();
    expect(Math.abs(Date.parse(updatedAt) - Date.parse(events.at(-1)?.createdAt ?? ''))).toBeLessThan(2000);
    expect((await order('-updatedAt'))[0]).toBe('Watched');
  });
});

test('tickets of an earlier release get the time of their last visible line, and the house of who sent them', async () => {
  const { id } = (await tickets().where({ reference }).first('id')) as { id: number };
  const customer = desk.app.db.connection('portal_customers').where({ id: cora.customer.customerId });
  await customer.clone().update({ organisation_id: 77 });
  await ada.put(`/tickets/${reference}`, { addTags: ['last'] });
  await tickets().where({ id }).update({ last_visible_at: null, organisation_id: null });
  await portal<{ fill(): Promise<void> }>(desk.app, 'ticket-upgrade').fill();
  const { updatedAt, events } = await show();
  expect(updatedAt).toBe(events.at(-1)?.createdAt);
  expect(await tickets().where({ id }).first('organisation_id')).toEqual({ organisation_id: 77 });
  await customer.update({ organisation_id: null });
  const { data } = await ada.get<DeskTicketDetail>(`/tickets/${reference}`);
  expect(data.updatedAt).not.toBe(updatedAt);
});
