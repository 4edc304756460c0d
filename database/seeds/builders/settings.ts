import type { IncidentCreation, IncidentUpdate } from '../../../plugin/contracts/incidents';
import type { SavedReplyChange } from '../../../plugin/contracts/saved-replies';
import type { BusinessHours, ServiceLevels } from '../../../plugin/contracts/service-levels';
import type { CustomerChange, OrganisationChange, SegmentChange, SegmentCreation } from '../../../plugin/contracts/settings';
import type { Agent, Customer } from './people';
import { portal, type App } from './services';

interface Services {
  organisations: { create(change: OrganisationChange, author: Agent): Promise<{ id: number }> };
  'segment-editing': { create(change: SegmentCreation, author: Agent): Promise<string>; update(name: string, change: SegmentChange, author: Agent): Promise<void> };
  'customer-placing': { place(id: number, change: CustomerChange, author: Agent): Promise<unknown> };
  'service-level-editing': { changeHours(hours: BusinessHours, author: Agent): Promise<void>; changeTargets(levels: ServiceLevels, author: Agent): Promise<void> };
  'saved-replies': { create(change: SavedReplyChange, author: Agent): Promise<number> };
  'incident-desk': { declare(given: IncidentCreation): Promise<string>; tell(key: string, update: IncidentUpdate, agent: Agent): Promise<void> };
}
const of = <Name extends keyof Services>(app: App, name: Name): Services[Name] => portal<Services[Name]>(app, name);

/** A house to which customers belong; answers its id. */
export const makeOrganisation = async (app: App, by: Agent, change: OrganisationChange): Promise<number> => (await of(app, 'organisations').create(change, by)).id;
/** Puts a customer into one. */
export const placeCustomer = (app: App, by: Agent, customer: Customer, organisation: number): Promise<unknown> => of(app, 'customer-placing').place(customer.customerId, { organisation }, by);

/** A kind of customers, with what differs for them; answers its name. */
export const makeSegment = async (app: App, by: Agent, { changes, ...segment }: SegmentCreation & Pick<SegmentChange, 'changes'>): Promise<string> => {
  const name = await of(app, 'segment-editing').create(segment, by);
  await of(app, 'segment-editing').update(name, { changes }, by);
  return name;
};

/** When the desk is open, and what it promises. */
export const promise = async (app: App, by: Agent, hours: BusinessHours, levels: ServiceLevels): Promise<void> => {
  await of(app, 'service-level-editing').changeHours(hours, by);
  await of(app, 'service-level-editing').changeTargets(levels, by);
};

/** A reply that all agents have. */
export const shareReply = (app: App, by: Agent, name: string, body: string): Promise<number> => of(app, 'saved-replies').create({ name, body, shared: true }, by);

/** Trouble that many have; answers its key. */
export const declareIncident = (app: App, given: IncidentCreation): Promise<string> => of(app, 'incident-desk').declare(given);
/** What is new of it. */
export const tellOfIncident = (app: App, by: Agent, key: string, update: IncidentUpdate): Promise<void> => of(app, 'incident-desk').tell(key, update, by);
