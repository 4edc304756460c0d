import type { Context } from 'koa';
import { after, days, now } from '../../platform/clock';
import { readCookie, writeCookie } from '../../platform/cookies';
import { rows } from '../../platform/rows';
import { hashToken, newToken } from '../../platform/tokens';
import { insertRow, updateRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';

interface TrustedRow extends Row {
  customerId: number;
  tokenHash: string;
  device: string;
  address: string;
  lastSeenAt: Date;
  expiresAt: Date;
}

const cookieName = 'portal_trusted';
const lifetime = days(30);

/** Browsers on which a customer asked not to be asked again. The password is asked for there as anywhere. */
export const trustedBrowsers = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<TrustedRow>(strapi, 'trusted-browser');
  const hashOf = (ctx: Context): string | null => {
    const token = readCookie(ctx, strapi, cookieName);
    return token ? hashToken(token) : null;
  };
  const open = (customerId: number) => ({ customerId, expiresAt: { $gt: now() } });

  return {
    /** Trusts this browser for thirty days. */
    async trust(ctx: Context, customerId: number): Promise<void> {
      const token = newToken();
      const moment = now();
      const place = { device: ctx.get('User-Agent').slice(0, 200), address: ctx.ip.slice(0, 64) };
      await insertRow<TrustedRow>(strapi, 'trusted-browser', { customerId, tokenHash: hashToken(token), ...place, lastSeenAt: moment, expiresAt: after(moment, lifetime) });
      writeCookie(ctx, strapi, cookieName, token, lifetime);
    },

    /** True where this customer, and no other, trusts this browser; notes that it was seen. */
    async isTrusted(ctx: Context, customerId: number): Promise<boolean> {
      const tokenHash = hashOf(ctx);
      const found = tokenHash ? await table.findOne({ where: { ...open(customerId), tokenHash } }) : null;
      if (found) await updateRow<TrustedRow>(strapi, 'trusted-browser', found.id, { lastSeenAt: now() });
      return found !== null;
    },

    /** The customer's trusted browsers, the latest first, the one he is using marked. */
    async list(ctx: Context, customerId: number) {
      const [found, own] = [await table.findMany({ where: open(customerId), orderBy: { lastSeenAt: 'desc' }, limit: 100 }), hashOf(ctx)];
      return found.map(({ id, device, address, lastSeenAt, expiresAt, tokenHash }) => ({ id, device, address, lastSeenAt, expiresAt, current: tokenHash === own }));
    },

    /** Trusts one of them no longer; false where it is no browser of his. */
    async forget(customerId: number, id: number): Promise<boolean> {
      return (await table.deleteMany({ where: { id, customerId } })).count > 0;
    },
    forgetAll: (customerId: number) => table.deleteMany({ where: { customerId } }),
    forgetExpired: () => table.deleteMany({ where: { expiresAt: { $lt: now() } } }),
  };
};
