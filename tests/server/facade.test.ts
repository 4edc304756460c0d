import { demoPassword } from '../../database/seeds/builders/people';
import { makeCategory } from '../../database/seeds/builders/requests';
import type { Me } from '../../plugin/contracts/accounts';
import type { PortalFacade } from '../../plugin/server/src';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
let otto: SignedIn;
let category: string;
const portal = (): PortalFacade => desk.app.plugin('portal').service('portal') as PortalFacade;
const id = (who: SignedIn): number => who.customer.customerId;
const codeOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'done', (error: { details?: { code?: string } }) => error.details?.code ?? error);
const request = (more: object = {}) => ({ category, subject: 'Written by code', body: 'Words.', ...more });

beforeAll(async () => {
  desk = await bootDesk();
  [cora, otto] = [await desk.customer('Cora Bell'), await desk.customer('Otto Brandt')];
  category = await makeCategory(desk.app, { name: 'Something else' });
});
afterAll(() => desk?.stop());

describe('code of the host application', () => {
  test('knows who somebody is by address and password, and nothing else of a wrong one', async () => {
    expect(await portal().authenticate({ email: cora.customer.email, password: demoPassword })).toMatchObject({ id: id(cora), name: 'Cora Bell', segment: 'standard', policy: { priorities: ['low', 'normal', 'high'] } });
    expect(await codeOf(portal().authenticate({ email: cora.customer.email, password: 'wrong' }))).toBe('wrong_credentials');
    expect(await codeOf(portal().authenticate({ email: 'nobody@example.com', password: demoPassword }))).toBe('wrong_credentials');
  });

  test('sends a request once per key, and follows it for its owner only', async () => {
    const [one, again] = [await portal().submitTicket(id(cora), request(), { idempotencyKey: 'order-number-7' }), await portal().submitTicket(id(cora), request(), { idempotencyKey: 'order-number-7' })];
    expect(again.reference).toBe(one.reference);
    expect((await cora.get(`/tickets/${one.reference}`)).status).toBe(200);
    expect((await portal().trackTicket(one.reference, id(cora))).subject).toBe('Written by code');
    expect(await codeOf(portal().trackTicket(one.reference, id(otto)))).toBe('not_found');
    expect((await portal().getUserTickets(id(cora), { q: 'Written' })).data.map(({ reference }) => reference)).toEqual([one.reference]);
    expect((await portal().getUserTickets(id(otto))).data).toEqual([]);
  });

  test('is bound to the rules of the API', async () => {
    expect(await codeOf(portal().submitTicket(id(cora), request({ priority: 'urgent' })))).toBe('validation_failed');
    expect(await codeOf(portal().submitTicket(id(cora), request({ unknown: 1 })))).toBe('validation_failed');
    expect(await codeOf(portal().getUserTickets(id(cora), { sort: 'password' }))).toBe('validation_failed');
    expect(await codeOf(portal().submitTicket(99_999, request()))).toBe('not_found');
  });

  test('makes a segment as the first specification wrote it, and its customers have it at once', async () => {
    const policy = await portal().forSegment('premium').enableFeature('priority_support').setTheme('dark').allowFileTypes(['zip', 'rar']).limit('rate_limiting.tickets_per_day', 1).save();
    expect(policy).toMatchObject({ features: { prioritySupport: true }, theme: { mode: 'dark' }, limits: { allowedFileTypes: ['pdf', 'jpg', 'png', 'doc', 'docx', 'zip', 'rar'] } });
    await desk.app.db.query('plugin::portal.customer').updateMany({ where: { id: id(otto) }, data: { segment: 'premium' } });
    expect((await otto.get<Me>('/me')).data.policy).toEqual(policy);
    expect(await codeOf(portal().submitTicket(id(otto), request({ priority: 'urgent' })))).toBe('done');
    expect(await codeOf(portal().submitTicket(id(otto), request()))).toBe('too_many_requests');
    expect(await portal().forSegment('premium').disableFeature('ticketSubmission').save()).toMatchObject({ features: { ticketSubmission: false, prioritySupport: true } });
    expect(await codeOf(portal().submitTicket(id(otto), request()))).toBe('not_found');
  });

  test('is told what a feature, a limit, a colour and a segment can be', async () => {
    expect(() => portal().forSegment('premium').enableFeature('teleport')).toThrow('There is no feature "teleport". There are: ticketSubmission');
    expect(() => portal().forSegment('premium').limit('speed', 1)).toThrow('There is no limit "speed". There are: maxFileSize');
    expect(() => portal().forSegment('standard')).toThrow('belongs to no segment');
    expect(await codeOf(portal().forSegment('premium').setAccent('#ffee00').setTheme('light').save())).toBe('validation_failed');
    expect(await codeOf(portal().forSegment('gold').inheritFrom('nobody').save())).toBe('validation_failed');
  });

  test('gives and takes access; sessions end with it', async () => {
    await portal().refusePortalAccess(id(cora));
    expect((await cora.get('/me')).status).toBe(401);
    expect(await codeOf(portal().getUserTickets(id(cora)))).toBe('not_found');
    expect((await portal().enablePortalAccess(id(cora))).portalAccess).toBe(true);
    expect((await (await desk.signIn(cora.customer)).get('/me')).status).toBe(200);
    expect(await codeOf(portal().enablePortalAccess(99_999))).toBe('not_found');
  });

  test('is named in the audit log', async () => {
    const max = await desk.agent('Max', ['audit.read']);
    const { data } = await max.get<{ who: string; what: string }[]>('/settings/audit-entries');
    expect(data.map(({ who, what }) => `${who} ${what}`)).toEqual(expect.arrayContaining(['code segment premium', 'code customer cora.bell@example.com']));
  });
});
