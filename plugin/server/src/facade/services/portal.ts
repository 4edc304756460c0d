import { login } from '../../../../contracts/accounts';
import type { Policy } from '../../../../contracts/accounts';
import type { Pagination } from '../../../../contracts/platform';
import type { CustomerLine } from '../../../../contracts/settings';
import { ticketCreation, ticketListQuery } from '../../../../contracts/tickets';
import type { TicketDetail, TicketListItem } from '../../../../contracts/tickets';
import { customers } from '../../accounts/services/customers';
import { signIn } from '../../accounts/services/sign-in';
import type { Viewer } from '../../accounts/viewer';
import { code } from '../../audit/services/audit-log';
import { submission } from '../../conversation/services/submission';
import { ticketPage } from '../../conversation/services/ticket-page';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { toPolicy } from '../../segments/resolve-policy';
import { customerPlacing } from '../../segments/services/customer-placing';
import { effectivePolicy } from '../../segments/services/policies';
import { alone } from '../../tickets/membership';
import { ticketList } from '../../tickets/services/ticket-list';
import { analyticsBuilder } from '../analytics-builder';
import type { AnalyticsBuilder } from '../analytics-builder';
import { segmentBuilder } from '../segment-builder';
import type { SegmentBuilder } from '../segment-builder';

/** A customer as code of the host application knows him. */
export interface PortalCustomer {
  id: number;
  name: string;
  email: string;
  segment: string;
  policy: Policy;
}

/** `strapi.plugin('portal').service('portal')`. Every refusal is an error with the code that the API would answer. */
export interface PortalFacade {
  /** The customer of an address and its password; throws `wrong_credentials`. Begins no session. */
  authenticate(credentials: { email: string; password: string }): Promise<PortalCustomer>;
  /**
   * A page of his own requests and, with `participating`, of those that others added him to; the filters of `GET tickets`
   * but `scope`: what his organisation sent is not his.
   */
  getUserTickets(customerId: number, filters?: object): Promise<{ data: TicketListItem[]; pagination: Pagination }>;
  /** Sends a request for him, once per key, within his segment's limits; the body of `POST tickets`. */
  submitTicket(customerId: number, data: object, options?: { idempotencyKey?: string }): Promise<TicketDetail>;
  /** His own request, or with `participating` one that he was added to, with its conversation; throws `not_found` for another's, a colleague's included. */
  trackTicket(reference: string, customerId: number): Promise<TicketDetail>;
  enablePortalAccess(customerId: number): Promise<CustomerLine>;
  /** Ends his sessions at once; his requests stay. */
  refusePortalAccess(customerId: number): Promise<CustomerLine>;
  forSegment(name: string): SegmentBuilder;
  /** `analytics().between('2026-03-01', '2026-03-31').bySegment('premium').get()`: what the admin's page shows. */
  analytics(): AnalyticsBuilder;
  /** What holds for a customer. */
  policyOf(customerId: number): Promise<Policy>;
}

/** The portal for code of the host application: the services of the API, so the same rules, limits and events. */
export const portal = ({ strapi }: { strapi: Strapi }): PortalFacade => {
  const viewerOf = async (customerId: number): Promise<Viewer> => {
    const viewer = await getService(strapi, 'customers', customers).viewer(customerId);
    if (!viewer) throw notFound();
    return viewer;
  };
  const pageOf = (viewer: Viewer, reference: string): Promise<TicketDetail> => getService(strapi, 'ticket-page', ticketPage).show(viewer, alone(viewer.customerId), reference);
  const allow = (customerId: number, portalAccess: boolean) => getService(strapi, 'customer-placing', customerPlacing).place(customerId, { portalAccess }, code);

  return {
    async authenticate(credentials) {
      const { id } = await getService(strapi, 'sign-in', signIn).check(validate(login, credentials));
      const viewer = await viewerOf(id);
      return { id, name: viewer.name, email: viewer.email, segment: viewer.segment, policy: toPolicy(effectivePolicy(strapi, viewer)) };
    },
    async getUserTickets(customerId, filters = {}) {
      const query = validate(ticketListQuery.omit({ scope: true }), filters);
      return getService(strapi, 'ticket-list', ticketList).page((await viewerOf(customerId)).customerId, query);
    },
    async submitTicket(customerId, data, { idempotencyKey } = {}) {
      const viewer = await viewerOf(customerId);
      const policy = effectivePolicy(strapi, viewer);
      if (!policy.features.ticketSubmission) throw notFound();
      const { reference } = await getService(strapi, 'submission', submission).submit(viewer, validate(ticketCreation, data), policy, idempotencyKey);
      return pageOf(viewer, reference);
    },
    trackTicket: async (reference, customerId) => pageOf(await viewerOf(customerId), reference),
    enablePortalAccess: (customerId) => allow(customerId, true),
    refusePortalAccess: (customerId) => allow(customerId, false),
    forSegment: (name) => segmentBuilder(strapi, name),
    analytics: () => analyticsBuilder(strapi),
    policyOf: async (customerId) => toPolicy(effectivePolicy(strapi, await viewerOf(customerId))),
  };
};
