import { auditQuery } from '../../../../contracts/settings';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { auditLog } from '../services/audit-log';

/** What was changed in the settings: `/portal/settings/audit-entries`. */
export const auditEntries: ControllerFactory = ({ strapi }) => ({
  /** GET /portal/settings/audit-entries?of&page&pageSize → AuditLine[], the latest first; needs `audit.read`. */
  async index(ctx) {
    const { data, pagination } = await getService(strapi, 'audit-log', auditLog).page(validate(auditQuery, ctx.query));
    answer(ctx, data, { pagination });
  },
});
