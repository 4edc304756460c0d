import { Readable } from 'node:stream';
import type { CategoryChange, FieldValue, Priority, TicketState } from '../../../plugin/contracts/tickets';
import type { Agent, Customer } from './people';
import { portal, type App } from './services';

/** A file as somebody attaches it. */
export interface DemoFile {
  name: string;
  bytes: Buffer;
}
/** What a customer puts into the form of a new request. */
export interface NewRequest {
  category: string;
  subject: string;
  body: string;
  priority?: Priority;
  fields?: Record<string, FieldValue>;
  files?: DemoFile[];
}
/** What an agent changes at a ticket; `assignee` is an agent, or null for nobody. */
export interface Change {
  state?: TicketState;
  priority?: Priority;
  category?: string;
  assignee?: Agent | null;
  addTags?: string[];
}

interface Policy {
  limits: { maxFileSize: number; allowedFileTypes: string[] };
  rates: { ticketsPerDay: number; commentsPerHour: number };
}
interface Owner {
  kind: 'customer' | 'agent';
  id: number;
  name: string;
}
interface Message {
  body: string;
  attachments: string[];
}
interface Services {
  policies: { of(account: { segment: string } | null): Policy };
  'category-editing': { create(change: CategoryChange, author: null): Promise<string> };
  attachments: { take(file: { name: string; bytes: Readable; cut(): boolean }, owner: Owner, limits: Policy['limits']): Promise<{ key: string }> };
  submission: { submit(customer: Customer, input: object, policy: Policy, key: undefined): Promise<{ reference: string }> };
  replies: { reply(customer: Customer, reference: string, input: Message, policy: Policy, key: undefined): Promise<{ repeated: boolean }> };
  'desk-conversation': {
    reply(reference: string, input: Message & { state?: TicketState }, agent: Agent): Promise<void>;
    note(reference: string, input: Message, agent: Agent): Promise<void>;
  };
  'desk-changes': { change(reference: string, change: object, agent: Agent): Promise<void> };
  'ticket-labels': {
    documentOf(slug: string): Promise<string | null>;
    link(ticket: { id: number; reference: string }, document: string): Promise<void>;
  };
  'ticket-closure': {
    close(customer: Owner, reference: string): Promise<void>;
    reopen(customer: Owner, reference: string, windowDays: number): Promise<unknown>;
  };
}
const of = <Name extends keyof Services>(app: App, name: Name): Services[Name] => portal<Services[Name]>(app, name);

/** The customer's own policy without its daily limits: a history of weeks is written within seconds. */
const policyOf = (app: App, customer: Customer): Policy => ({ ...of(app, 'policies').of(customer), rates: { ticketsPerDay: 1_000_000, commentsPerHour: 1_000_000 } });
const asOwner = ({ customerId, name }: Customer): Owner => ({ kind: 'customer', id: customerId, name });

/** One after the other, so that a message shows its files in the order given. */
const attach = async (app: App, owner: Owner, limits: Policy['limits'], files: DemoFile[]): Promise<string[]> => {
  const keys: string[] = [];
  for (const { name, bytes } of files) keys.push((await of(app, 'attachments').take({ name, bytes: Readable.from([bytes]), cut: () => false }, owner, limits)).key);
  return keys;
};

/** A category with its own questions; answers its slug. */
export const makeCategory = (app: App, change: Partial<CategoryChange> & { name: string }): Promise<string> =>
  of(app, 'category-editing').create({ description: '', helpText: '', parent: null, position: 0, suggestedPriority: 'normal', fields: [], active: true, ...change }, null);

/** Sends a request as the form does and answers its reference. */
export const sendRequest = async (app: App, customer: Customer, { files = [], fields = {}, ...request }: NewRequest): Promise<string> => {
  const policy = policyOf(app, customer);
  const attachments = await attach(app, asOwner(customer), policy.limits, files);
  return (await of(app, 'submission').submit(customer, { ...request, fields, attachments }, policy, undefined)).reference;
};

/** A customer's reply; reopens nothing that is closed. */
export const replyAsCustomer = async (app: App, customer: Customer, reference: string, body: string, files: DemoFile[] = []): Promise<void> => {
  const policy = policyOf(app, customer);
  await of(app, 'replies').reply(customer, reference, { body, attachments: await attach(app, asOwner(customer), policy.limits, files) }, policy, undefined);
};

/** An agent's reply; the ticket then waits for the customer, or becomes `state`. */
export const replyAsAgent = async (app: App, agent: Agent, reference: string, body: string, { state, files = [] }: { state?: TicketState; files?: DemoFile[] } = {}): Promise<void> => {
  const attachments = await attach(app, agent, of(app, 'policies').of(null).limits, files);
  await of(app, 'desk-conversation').reply(reference, { body, attachments, state }, agent);
};

/** An internal note: no customer may ever see it. */
export const writeNote = (app: App, agent: Agent, reference: string, body: string): Promise<void> => of(app, 'desk-conversation').note(reference, { body, attachments: [] }, agent);

/** An agent's change of state, priority, category, assignee or tags. */
export const changeTicket = (app: App, agent: Agent, reference: string, { assignee, ...change }: Change): Promise<void> =>
  of(app, 'desk-changes').change(reference, { ...change, ...(assignee === undefined ? {} : { assignee: assignee?.id ?? null }) }, agent);

/** An agent says which article answers a ticket. */
export const linkArticle = async (app: App, reference: string, slug: string): Promise<void> => {
  const document = await of(app, 'ticket-labels').documentOf(slug);
  const ticket = (await app.db.query('plugin::portal.ticket').findOne({ where: { reference }, select: ['id'] })) as { id: number } | null;
  if (!document || !ticket) throw new Error(`The article "${slug}" cannot be linked to ${reference}: one of the two is not there.`);
  await of(app, 'ticket-labels').link({ id: ticket.id, reference }, document);
};

/** The customer closes the request. */
export const closeRequest = (app: App, customer: Customer, reference: string): Promise<void> => of(app, 'ticket-closure').close(asOwner(customer), reference);
/** The customer opens it again, within fourteen days. */
export const reopenRequest = async (app: App, customer: Customer, reference: string): Promise<void> => {
  await of(app, 'ticket-closure').reopen(asOwner(customer), reference, 14);
};
