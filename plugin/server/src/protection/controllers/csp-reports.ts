import type { Context } from 'koa';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { knownOrigins } from '../../platform/public-address';
import { bodyOf } from '../../platform/request-parts';
import type { ControllerFactory } from '../../platform/domain';
import { reportsIn } from '../report-forms';
import { blockedContent } from '../services/blocked-content';

const longest = 65_536;
const tooLarge = (): Refusal => new Refusal('body_too_large', 'A report has 64 KB at most. Nothing was kept.');

const reportIn = (ctx: Context): unknown => {
  // One that does not say its length ends at the limit of all JSON bodies.
  if (Number(ctx.get('Content-Length') || 0) > longest) throw tooLarge();
  return bodyOf(ctx);
};

/** Where browsers report what they blocked: `csp-reports`. */
export const cspReports: ControllerFactory = ({ strapi }) => ({
  /** POST csp-reports (application/csp-report or application/reports+json) → 204, whatever was in it; 413 `body_too_large`, 400 for what is no JSON. */
  async create(ctx) {
    await getService(strapi, 'blocked-content', blockedContent).note(reportsIn(reportIn(ctx), knownOrigins(strapi)));
    ctx.set('Cache-Control', 'no-store');
    ctx.status = 204;
  },
});
