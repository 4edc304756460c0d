import type { Agent, Customer } from '../builders/people';
import { declareIncident, makeOrganisation, makeSegment, placeCustomer, promise, shareReply, tellOfIncident } from '../builders/settings';
import { at } from '../builders/services';
import type { App } from '../builders/services';
import type { Cast } from './player';
import { weeks } from './script';

const hours = (count: number): number => count * 3_600_000;

/** Those who pay for the priority line (see the article about frost nights): growers, for whom a night decides. */
const makePremium = async (app: App, max: Agent, grower: Customer): Promise<string> => {
  const orchard = await makeOrganisation(app, max, { name: 'Obsthof Vogt', domains: [] });
  await placeCustomer(app, max, grower, orchard);
  const changes = { 'features.prioritySupport': true, 'limits.maxFileSize': 26_214_400, 'limits.rateLimiting.ticketsPerDay': 30 };
  return makeSegment(app, max, { title: 'Premium', inherits: null, rules: [{ kind: 'organisation', organisation: orchard }], changes });
};

/** The workshop's own hours; only premium customers are promised anything. */
const makePromises = (app: App, max: Agent, premium: string): Promise<void> =>
  promise(
    app,
    max,
    { timeZone: 'Europe/Berlin', openings: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' })), holidays: [] },
    { warnAtPercent: 80, targets: [{ segment: premium, priority: null, replyMinutes: 240, resolutionMinutes: 1440 }] },
  );

const saveReplies = async (app: App, max: Agent): Promise<void> => {
  await shareReply(app, max, 'Ask for the serial number', 'Hello {{requester.firstName}},\n\nplease send us the serial number of the part. It is on its underside and begins with letters, such as *FJ3-20418*; the app shows it under **Station → About**.\n\n{{agent.name}}');
  await shareReply(app, max, 'A replacement is on its way', 'Hello {{requester.firstName}},\n\nwe have sent you a replacement today, free of charge. You get a mail with the tracking number as soon as the parcel is scanned.\n\n{{agent.name}}');
};

/** What goes on while a visitor looks around. */
export const tellOfTrouble = async (app: App, { agents }: Cast, now: Date): Promise<void> => {
  const key = await at(app, new Date(now.getTime() - hours(3)), () =>
    declareIncident(app, { title: 'Readings arrive up to an hour late', text: 'Stations measure and store as always; the app shows the readings late. Nothing is lost.', state: 'investigating', categories: ['hub-or-sensor-offline'] }),
  );
  await at(app, new Date(now.getTime() - hours(1.4)), () =>
    tellOfIncident(app, agents.jonas, key, { text: 'A database of ours is slow. We are moving readings to another one; that takes until this evening.', state: 'identified' }),
  );
};

/**
 * What the demo's desk has set before its first request comes, each by the service that an admin's click calls.
 * Answers everybody with the segment that is now his.
 */
export const setUpDesk = (app: App, max: Agent, { agents, customers }: Cast, now: Date): Promise<Cast> =>
  at(app, new Date(now.getTime() - hours(weeks(12))), async () => {
    const premium = await makePremium(app, max, customers.hanna);
    await makePromises(app, max, premium);
    await saveReplies(app, max);
    return { agents, customers: { ...customers, hanna: { ...customers.hanna, segment: premium } } };
  });
