import type { Context } from 'koa';
import { ticketListQuery } from '../../../../contracts/tickets';
import { viewerOf } from '../../accounts/strategies';
import { answer } from '../../platform/answer';
import { askedQuery } from '../../platform/asked-query';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import { requesterOf } from '../actors';
import { readerOf } from '../membership';
import { categories } from '../services/categories';
import { ticketClosure } from '../services/ticket-closure';
import { ticketList } from '../services/ticket-list';

const referenceOf = (ctx: Context): string => String(ctx.params.reference);

/** A customer's list, and closing and reopening: `tickets`, `categories`. */
export const tickets: ControllerFactory = ({ strapi }) => ({
  /** GET categories → Category[]: what a request can be about. */
  async categories(ctx) {
    answer(ctx, await getService(strapi, 'categories', categories).offered());
  },

  /** GET tickets?page&pageSize&sort&q&state&category → own tickets only; with scope=organisation those of his organisation, 404 where he may not read them. */
  async index(ctx) {
    const query = askedQuery(ticketListQuery, ctx);
    const list = getService(strapi, 'ticket-list', ticketList);
    const viewer = viewerOf(ctx);
    const { data, pagination } = query.scope === 'organisation' ? await list.organisationPage(readerOf(strapi, viewer), query) : await list.page(viewer.customerId, query);
    answer(ctx, data, { pagination });
  },

  /** GET tickets/:reference/events → the timeline as the customer may know it. */
  async events(ctx) {
    const list = getService(strapi, 'ticket-list', ticketList);
    const ticket = await list.find(readerOf(strapi, viewerOf(ctx)), referenceOf(ctx));
    if (!ticket) throw notFound();
    answer(ctx, await list.publicEvents(ticket.id));
  },

  /** POST tickets/:reference/closure → closed; again → still closed. */
  async close(ctx) {
    await getService(strapi, 'ticket-closure', ticketClosure).close(requesterOf(viewerOf(ctx)), referenceOf(ctx));
    answer(ctx, { reference: referenceOf(ctx), state: 'closed' });
  },

  /** DELETE tickets/:reference/closure → open, or as it was when it was not closed; 409 `reopen_window_passed` when it is too late. */
  async reopen(ctx) {
    const viewer = viewerOf(ctx);
    const { limits } = effectivePolicy(strapi, viewer);
    const state = await getService(strapi, 'ticket-closure', ticketClosure).reopen(requesterOf(viewer), referenceOf(ctx), limits.reopenWindowDays);
    answer(ctx, { reference: referenceOf(ctx), state });
  },
});
