import type { Viewer } from '../accounts/viewer';
import type { Strapi } from '../platform/domain';
import { effectivePolicy } from '../segments/services/policies';
import type { Condition } from './list-query';

/** Addresses of a customer, for `c.id = ?`: only proven ones are customers'. */
const joined = 'portal_participants p join up_users u on u.email = p.email join portal_customers c on c.user_id = u.id';

/** Who wants to read; `organisation`: that of his colleagues whose requests his segment opens to him, mostly none. */
export interface Reader {
  customerId: number;
  organisation: number | null;
}

/** A customer where only what is his own or was opened to him by name counts. */
export const alone = (customerId: number): Reader => ({ customerId, organisation: null });

/** The viewer as he may read now. Asks no database: whoever left his organisation, or lost the feature, has lost it by this request. */
export const readerOf = (strapi: Strapi, viewer: Viewer): Reader => ({
  customerId: viewer.customerId,
  organisation: effectivePolicy(strapi, viewer).features.organisationRequests ? viewer.organisationId : null,
});

/** The viewer as he may reply: to requests of colleagues only where his segment has that, too. */
export const replierOf = (strapi: Strapi, viewer: Viewer): Reader => (effectivePolicy(strapi, viewer).features.organisationReplies ? readerOf(strapi, viewer) : alone(viewer.customerId));

/**
 * Requests of an organisation: sent while their requester belonged to it, who still does. One who leaves takes
 * them out of his colleagues' sight; one who comes brings nothing that he wrote before.
 */
const ofOrganisation = (t: string, organisation: number): Condition => ({
  sql: `${t}.organisation_id = ? and exists (select 1 from portal_customers r where r.id = ${t}.requester_id and r.organisation_id = ${t}.organisation_id)`,
  bindings: [organisation],
});

/**
 * Who may read a ticket: its requester, those he added, and colleagues where theirs is the right. The one place
 * where that is said; every query that is scoped to a customer takes it from here. `t` is the ticket's alias.
 */
export const mayRead = (t: string, { customerId, organisation }: Reader): Condition => {
  const [own, colleagues] = [`${t}.requester_id = ? or exists (select 1 from ${joined} where p.ticket_id = ${t}.id and c.id = ?)`, organisation === null ? null : ofOrganisation(t, organisation)];
  return { sql: `(${own}${colleagues ? ` or (${colleagues.sql})` : ''})`, bindings: [customerId, customerId, ...(colleagues?.bindings ?? [])] };
};

/** Whether a customer takes part in any ticket of others, as a column beside his own. */
export const takesPart = (customerId: number): Condition => ({ sql: `exists (select 1 from ${joined} where c.id = ?) as "takesPart"`, bindings: [customerId] });

/** The two shelves of a customer's list, each answered by its own index: own requests, and those he takes part in. An OR of both would be answered by neither. */
export const shelvesOf = (customerId: number): [own: Condition, ofOthers: Condition] => [
  { sql: 'requester_id = ?', bindings: [customerId] },
  { sql: `id in (select p.ticket_id from ${joined} where c.id = ?)`, bindings: [customerId] },
];

/** The shelf of an organisation, his own requests among them. */
export const shelfOfOrganisation = (organisation: number): Condition => ofOrganisation('portal_tickets', organisation);

/** What rows of that shelf say beyond others: who sent them, and whether the reader was added to them. */
export const besideColleagues = (customerId: number): Condition[] => [
  { sql: '(select s.name from portal_customers s where s.id = portal_tickets.requester_id) as "requesterName"', bindings: [] },
  { sql: `case when exists (select 1 from ${joined} where p.ticket_id = portal_tickets.id and c.id = ?) then 1 else 0 end as "takesPart"`, bindings: [customerId] },
];
