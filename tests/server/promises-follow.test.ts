import { changeTicket, makeCategory, replyAsAgent, sendRequest } from '../../database/seeds/builders/requests';
import { at, portal } from '../../database/seeds/builders/services';
import type { DeskTicketDetail } from '../../plugin/contracts/desk';
import type { BusinessHours, ServiceTarget } from '../../plugin/contracts/service-levels';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let max: LoggedIn;
let category: string;

const always: BusinessHours = { timeZone: 'UTC', openings: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', to: '24:00' })), holidays: [] };
const target = (replyMinutes: number, resolutionMinutes: number, segment: string | null): ServiceTarget => ({ segment, priority: null, replyMinutes, resolutionMinutes });
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
const then = <T>(minutes: number, work: () => Promise<T>): Promise<T> => at(desk.app, minutesAgo(minutes), work);
const sent = (subject: string, minutes: number) => then(minutes, () => sendRequest(desk.app, cora.customer, { category, subject, body: 'Words.' }));
const show = async (reference: string): Promise<DeskTicketDetail> => (await ada.get<DeskTicketDetail>(`/tickets/${reference}`)).data;
const told = async (reference: string): Promise<string[]> => (await show(reference)).events.filter(({ type }) => type.startsWith('sla.')).map(({ type, data }) => `${type} ${data.to}`);
const dueIn = ({ due, createdAt }: DeskTicketDetail): number | null => due && Math.round((Date.parse(due.at) - Date.parse(createdAt)) / 60_000);
const replyOf = async (reference: string) => (await show(reference)).promises.find(({ promise }) => promise === 'reply');
/** Events are told and the watch looks, as both do by themselves within a second. */
const counted = async (): Promise<void> => {
  await desk.settle();
  await portal<{ noteDue(): Promise<void> }>(desk.app, 'promise-watch').noteDue();
};

beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  ada = await desk.agent('Ada');
  max = await desk.agent('Max', ['hours.manage', 'service-levels.manage', 'settings.read', 'settings.change', 'customers.manage']);
  category = await makeCategory(desk.app, { name: 'Something else' });
  await max.put('/business-hours', always);
  await max.put('/service-levels', { warnAtPercent: 50, targets: [target(61, 240, null), target(30, 120, 'premium')] });
  await max.post('/settings/segments', { title: 'Premium' });
  await counted();
});
afterAll(() => desk?.stop());

describe('a customer who comes into another segment', () => {
  test('by a rule takes his open requests along, counted by its promise from their beginning; his page shows no change', async () => {
    const reference = await sent('Comes along', 5);
    const [before, other] = [(await cora.get(`/tickets/${reference}`)).text, await desk.customer('Otto Brandt')];
    const others = await sendRequest(desk.app, other.customer, { category, subject: 'Stays where it is', body: 'Words.' });
    expect(dueIn(await show(reference))).toBe(61);
    await max.put('/settings/segments/premium', { rules: [{ kind: 'domain', domain: 'example.com' }] });
    await max.put(`/settings/customers/${other.customer.customerId}`, { segment: 'standard' });
    await counted();
    expect(await show(reference)).toMatchObject({ promises: [{ promise: 'reply', targetMinutes: 30 }, {}] });
    expect([dueIn(await show(reference)), dueIn(await show(others))]).toEqual([30, 61]);
    expect((await cora.get(`/tickets/${reference}`)).text).toBe(before);
  });

  test('is told late at once where the stricter promise has passed by then', async () => {
    await max.put(`/settings/customers/${cora.customer.customerId}`, { segment: 'standard' });
    await counted();
    const reference = await sent('Late by the stricter one', 35);
    await max.put(`/settings/customers/${cora.customer.customerId}`, { segment: null });
    await counted();
    expect(await told(reference)).toContain('sla.breached reply');
    // And stays so where he goes back to one that gives more time.
    await max.put(`/settings/customers/${cora.customer.customerId}`, { segment: 'standard' });
    await counted();
    expect(await replyOf(reference)).toMatchObject({ state: 'missed' });
  });

  test('keeps what was kept, and leaves closed requests alone', async () => {
    const [kept, closed] = [await sent('Kept before', 50), await sent('Closed before', 50)];
    await then(45, () => replyAsAgent(desk.app, ada.agent, kept, 'Within the hour.'));
    await changeTicket(desk.app, ada.agent, closed, { state: 'closed' });
    await max.put(`/settings/customers/${cora.customer.customerId}`, { segment: 'premium' });
    await counted();
    expect(await replyOf(kept)).toMatchObject({ state: 'met', targetMinutes: 30 });
    expect(await show(closed)).toMatchObject({ due: null, promises: [{ targetMinutes: 61 }, { state: 'met' }] });
  });

  test('and goes back when the segment is removed, or an organisation takes him elsewhere', async () => {
    const reference = await sent('Goes back', 1);
    const { id } = (await max.post<{ id: number }>('/settings/organisations', { name: 'Example Ltd', domains: ['example.com'] })).data;
    await max.put(`/settings/customers/${cora.customer.customerId}`, { segment: null });
    await max.put('/settings/segments/premium', { rules: [{ kind: 'organisation', organisation: id }] });
    await counted();
    expect(dueIn(await show(reference))).toBe(30);
    await max.delete(`/settings/organisations/${id}`);
    await counted();
    expect(dueIn(await show(reference))).toBe(61);
    await max.put('/settings/segments/premium', { rules: [{ kind: 'domain', domain: 'example.com' }] });
    await counted();
    expect(dueIn(await show(reference))).toBe(30);
    await max.delete('/settings/segments/premium');
    await counted();
    expect(dueIn(await show(reference))).toBe(61);
  });
});
