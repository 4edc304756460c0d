import type { Context } from 'koa';
import type { OwnSession, Passkey, Security, TrustedBrowser } from '../../../../contracts/two-factor';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { provenUntil } from '../recent-proof';
import type { Viewer } from '../viewer';
import { authenticators } from './authenticators';
import { membership } from './membership';
import { passkeys } from './passkeys';
import type { PasskeyRow } from './passkeys';
import { recoveryCodes } from './recovery-codes';
import { sessions } from './sessions';
import { trustedBrowsers } from './trusted-browsers';

const iso = (moment: Date | string): string => new Date(moment).toISOString();
const toPasskey = ({ id, name, createdAt, lastUsedAt }: PasskeyRow): Passkey => ({ id, name, createdAt: iso(createdAt), lastUsedAt: lastUsedAt && iso(lastUsedAt) });

/** How a customer's own account is guarded. */
export const securityOverview = ({ strapi }: { strapi: Strapi }) => {
  const trusted = async (ctx: Context, customerId: number): Promise<TrustedBrowser[]> =>
    (await getService(strapi, 'trusted-browsers', trustedBrowsers).list(ctx, customerId)).map((each) => ({ ...each, lastSeenAt: iso(each.lastSeenAt), expiresAt: iso(each.expiresAt) }));
  const open = async (viewer: Viewer): Promise<OwnSession[]> =>
    (await getService(strapi, 'sessions', sessions).list(viewer)).map((each) => ({ ...each, lastSeenAt: iso(each.lastSeenAt), createdAt: iso(each.createdAt) }));

  return {
    /** All parts of the security page; `ctx` says which browser asks. */
    async of(ctx: Context, viewer: Viewer): Promise<Security> {
      const { customerId, segment } = viewer;
      const since = await getService(strapi, 'authenticators', authenticators).since(customerId);
      return {
        app: since && iso(since),
        passkeys: (await getService(strapi, 'passkeys', passkeys).of(customerId)).map(toPasskey),
        recoveryCodesLeft: await getService(strapi, 'recovery-codes', recoveryCodes).left(customerId),
        trustedBrowsers: await trusted(ctx, customerId),
        sessions: await open(viewer),
        required: getService(strapi, 'membership', membership).requiresSecondFactor(segment),
        provenUntil: provenUntil(viewer)?.toISOString() ?? null,
      };
    },
  };
};
