import { Readable } from 'node:stream';
import { auditFileQuery, auditQuery } from '../../../../contracts/settings';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { authorOf } from '../author';
import { auditLog } from '../services/audit-log';

/** The audit log: `/portal/settings/audit-entries`. */
export const auditEntries: ControllerFactory = ({ strapi }) => {
  const log = () => getService(strapi, 'audit-log', auditLog);
  return {
    /** GET /portal/settings/audit-entries?kind&person&from&to&before&pageSize → AuditLine[], the latest first; `meta.next` goes on as `before`. Needs `audit.read`. */
    async index(ctx) {
      const { data, next } = await log().page(validate(auditQuery, ctx.query));
      answer(ctx, data, { next });
    },

    /** GET /portal/settings/audit-entries/file?kind&person&from&to → the same as CSV, to save; needs `audit.read`. */
    async file(ctx) {
      const filters = validate(auditFileQuery, ctx.query);
      await log().happened(authorOf(ctx), { kind: 'access', what: 'changes', action: 'listed', facts: { ...filters } });
      ctx.set('Content-Disposition', 'attachment; filename="changes.csv"');
      ctx.set('Cache-Control', 'private, no-store');
      ctx.set('X-Content-Type-Options', 'nosniff');
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = Readable.from(log().file(filters), { objectMode: false });
    },
  };
};
