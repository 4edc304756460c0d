import type { Context } from 'koa';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { accountLog } from './account-log';
import { customers } from './customers';

/** Wrong passwords, for the audit log. */
export const refusedSignIns = ({ strapi }: { strapi: Strapi }) => {
  const note = async (email: string, address: string): Promise<void> => {
    const user = await getService(strapi, 'customers', customers).userByEmail(email);
    const customer = user && (await getService(strapi, 'customers', customers).byUser(user.id));
    if (user && customer) await getService(strapi, 'account-log', accountLog).note({ customerId: customer.id, email: user.email }, 'sign_in_refused', { by: 'password', address });
  };
  return {
    /** Notes it where there is such an account, after the answer has gone: nobody may learn from the time it takes that there is one. */
    noteAfterAnswer(ctx: Context, email: string): void {
      const address = ctx.ip.slice(0, 64);
      ctx.res.once('finish', () => void note(email, address).catch((error) => strapi.log.error(error)));
    },
  };
};
