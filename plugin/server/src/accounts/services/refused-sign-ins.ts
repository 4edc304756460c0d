import type { Context } from 'koa';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { accountLog } from './account-log';
import { customers } from './customers';

/** Wrong passwords, for the audit log. */
export const refusedSignIns = ({ strapi }: { strapi: Strapi }) => {
  const ownerOf = async (email: string): Promise<{ customerId: number; email: string } | null> => {
    const user = await getService(strapi, 'customers', customers).userByEmail(email);
    const customer = user && (await getService(strapi, 'customers', customers).byUser(user.id));
    return user && customer ? { customerId: customer.id, email: user.email } : null;
  };
  return {
    /** Notes it where there is such an account, after the answer has gone: nobody may learn from the time it takes that there is one. */
    noteAfterAnswer(ctx: Context, email: string): void {
      const address = ctx.ip.slice(0, 64);
      ctx.res.once('finish', () => getService(strapi, 'account-log', accountLog).noteSoon(() => ownerOf(email), 'sign_in_refused', { by: 'password', address }));
    },
  };
};
