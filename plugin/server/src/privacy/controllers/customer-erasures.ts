import type { Context } from 'koa';
import { erasureStart } from '../../../../contracts/privacy';
import { authorOf } from '../../audit/author';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf, idIn } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { erasures } from '../services/erasures';

/** The erasure of one customer as admins start and see it: `/portal/settings/customers/:id/erasure`. All need `customers.erase`. */
export const customerErasures: ControllerFactory = ({ strapi }) => {
  const of = () => getService(strapi, 'erasures', erasures);
  const show = async (ctx: Context): Promise<void> => answer(ctx, await of().ofCustomer(idIn(ctx)));
  return {
    /** GET → CustomerErasure or null. */
    show,
    /** POST `{ delay }` → CustomerErasure; 409 `erasure_under_way`, 404 for a customer who is not there. */
    async create(ctx) {
      await of().start(idIn(ctx), validate(erasureStart, bodyOf(ctx)).delay, authorOf(ctx));
      await show(ctx);
    },
    /** DELETE → CustomerErasure as it is after; 409 `erasure_under_way` once it has begun. */
    async remove(ctx) {
      await of().stop(idIn(ctx), authorOf(ctx));
      await show(ctx);
    },
  };
};
