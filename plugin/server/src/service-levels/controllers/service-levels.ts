import type { Context } from 'koa';
import { serviceLevels as contract } from '../../../../contracts/service-levels';
import { authorOf } from '../../audit/author';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { serviceLevelEditing } from '../services/service-level-editing';

/** How soon the desk promises to act: `/portal/service-levels`. All need `service-levels.manage`. */
export const serviceLevels: ControllerFactory = ({ strapi }) => {
  const editing = () => getService(strapi, 'service-level-editing', serviceLevelEditing);
  const given = (ctx: Context) => validate(contract, bodyOf(ctx));
  return {
    /** GET /portal/service-levels → targets, the warning, and the segments to choose from. */
    async show(ctx) {
      answer(ctx, await editing().targets());
    },
    /** PUT /portal/service-levels → all targets replaced; open tickets are counted anew right after. */
    async update(ctx) {
      await editing().changeTargets(given(ctx), authorOf(ctx));
      answer(ctx, await editing().targets());
    },
    /** POST /portal/service-levels/previews → DuePreview for targets that are not saved; nothing is kept. */
    async preview(ctx) {
      answer(ctx, await editing().preview({ targets: given(ctx).targets }));
    },
  };
};
