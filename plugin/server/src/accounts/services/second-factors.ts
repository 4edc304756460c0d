import type { SecondFactor } from '../../../../contracts/two-factor';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';

const methodsSql = `
  select exists (select 1 from portal_authenticators where customer_id = ? and confirmed_at is not null) as app,
    exists (select 1 from portal_passkeys where customer_id = ?) as passkey,
    exists (select 1 from portal_recovery_codes where customer_id = ? and used_at is null) as recovery`;

/** By what a customer can prove the second step. */
export const secondFactors = ({ strapi }: { strapi: Strapi }) => ({
  /** In the order in which they are offered; empty where none is set up (codes on paper alone are no factor). */
  async of(customerId: number): Promise<SecondFactor[]> {
    const [has] = await readRows<Record<SecondFactor, boolean | number>>(strapi, methodsSql, [customerId, customerId, customerId]);
    if (!has?.app && !has?.passkey) return [];
    return (['app', 'passkey', 'recovery'] as const).filter((method) => has[method]);
  },
});
