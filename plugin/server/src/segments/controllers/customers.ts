import { customerChange, customerQuery } from '../../../../contracts/settings';
import { factorChanges } from '../../accounts/services/factor-changes';
import { portalAccess } from '../../accounts/services/portal-access';
import { authorOf, thisHour } from '../../audit/author';
import { auditLog } from '../../audit/services/audit-log';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf, idIn } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { customerSettings } from '../services/customer-settings';
import { customerPlacing } from '../services/customer-placing';

/** Customers as admins place them: `/portal/settings/customers`. All need `customers.manage`. */
export const customers: ControllerFactory = ({ strapi }) => ({
  /** GET /portal/settings/customers?q&page&pageSize → CustomerLine[], by name. */
  async index(ctx) {
    const { data, pagination } = await getService(strapi, 'portal-access', portalAccess).page(validate(customerQuery, ctx.query));
    answer(ctx, data, { pagination });
  },
  /** GET /portal/settings/customers/:id → CustomerSettings. */
  async show(ctx) {
    const customer = await getService(strapi, 'customer-settings', customerSettings).of(idIn(ctx));
    answer(ctx, customer);
    getService(strapi, 'audit-log', auditLog).noteSoon(authorOf(ctx), { kind: 'access', what: `customer ${customer.email}`, action: 'viewed', customerId: customer.id }, `customer:${authorOf(ctx).id}:${customer.id}:${thisHour()}`);
  },
  /** PUT /portal/settings/customers/:id `{ segment, organisation, portalAccess }` → CustomerLine; without access the sessions are ended. */
  async update(ctx) {
    const change = validate(customerChange, bodyOf(ctx));
    answer(ctx, await getService(strapi, 'customer-placing', customerPlacing).place(idIn(ctx), change, authorOf(ctx)));
  },
  /** DELETE /portal/settings/customers/:id/second-factors → 200; app, passkeys and recovery codes are gone, sessions ended, and he is told by mail. 404 where he has none. */
  async removeFactors(ctx) {
    await getService(strapi, 'factor-changes', factorChanges).removeAll(idIn(ctx), authorOf(ctx));
    answer(ctx, { removed: true });
  },
});
