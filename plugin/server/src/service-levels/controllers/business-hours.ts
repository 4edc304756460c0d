import type { Context } from 'koa';
import { businessHours as contract } from '../../../../contracts/service-levels';
import { authorOf } from '../../audit/author';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { serviceLevelEditing } from '../services/service-level-editing';

/** When the desk is open: `/portal/business-hours`. All need `hours.manage`. */
export const businessHours: ControllerFactory = ({ strapi }) => {
  const editing = () => getService(strapi, 'service-level-editing', serviceLevelEditing);
  const given = (ctx: Context) => validate(contract, bodyOf(ctx));
  return {
    /** GET /portal/business-hours → as they are; Monday to Friday, 9 to 17 UTC, until somebody sets them. */
    async show(ctx) {
      answer(ctx, await editing().hours());
    },
    /** PUT /portal/business-hours → kept; open tickets are counted anew right after. */
    async update(ctx) {
      const hours = given(ctx);
      await editing().changeHours(hours, authorOf(ctx));
      answer(ctx, hours);
    },
    /** POST /portal/business-hours/previews → DuePreview for hours that are not saved; nothing is kept. */
    async preview(ctx) {
      answer(ctx, await editing().preview({ hours: given(ctx) }));
    },
  };
};
