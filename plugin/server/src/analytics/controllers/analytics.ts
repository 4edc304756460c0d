import { Readable } from 'node:stream';
import { analyticsFileQuery, analyticsQuery, partsQuery } from '../../../../contracts/analytics';
import { authorOf } from '../../audit/author';
import { auditLog } from '../../audit/services/audit-log';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { figureFile } from '../services/figure-file';
import { figures } from '../services/figures';

/** Figures of the desk: `/portal/analytics`. */
export const analytics: ControllerFactory = ({ strapi }) => {
  const read = () => getService(strapi, 'figures', figures);
  return {
    /** GET /portal/analytics?from&to&by&value&compare → Analytics; needs `analytics.read`. */
    async show(ctx) {
      answer(ctx, await read().of(validate(analyticsQuery, ctx.query)));
    },

    /** GET /portal/analytics/parts?from&to&by → PartFigures[], most requests first; needs `analytics.read`. */
    async parts(ctx) {
      answer(ctx, await read().parts(validate(partsQuery, ctx.query)));
    },

    /** GET /portal/analytics/file?from&to&by&value → the same as CSV, to save; needs `analytics.export`, and is noted. */
    async file(ctx) {
      const { by, value, ...span } = validate(analyticsFileQuery, ctx.query);
      await getService(strapi, 'audit-log', auditLog).happened(authorOf(ctx), { kind: 'access', what: 'analytics', action: 'listed', facts: { ...span, ...(by === undefined ? {} : { by, value }) } });
      ctx.set('Content-Disposition', `attachment; filename="figures-${span.from}-${span.to}.csv"`);
      ctx.set('Cache-Control', 'private, no-store');
      ctx.set('X-Content-Type-Options', 'nosniff');
      ctx.type = 'text/csv; charset=utf-8';
      ctx.body = Readable.from(getService(strapi, 'figure-file', figureFile).lines(span, by === undefined || value === undefined ? null : { by, value }), { objectMode: false });
    },
  };
};
