import type { Context } from 'koa';
import * as contract from '../../../../contracts/two-factor';
import { needRecentProof } from '../../accounts/recent-proof';
import { authenticators } from '../../accounts/services/authenticators';
import { factorChanges } from '../../accounts/services/factor-changes';
import { membership } from '../../accounts/services/membership';
import { passkeys } from '../../accounts/services/passkeys';
import { recoveryCodes } from '../../accounts/services/recovery-codes';
import { viewerOf } from '../../accounts/strategies';
import { appAddress, squaresOf } from '../../accounts/totp';
import type { Viewer } from '../../accounts/viewer';
import { answer } from '../../platform/answer';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { bodyOf, idIn } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';

/** The viewer, who proved lately that it is he; else 403 `verification_needed`. */
const provenViewer = (ctx: Context): Viewer => {
  const viewer = viewerOf(ctx);
  needRecentProof(viewer);
  return viewer;
};

/** Second factors of the own account: `me/authenticator`, `me/passkeys`, `me/recovery-codes`. Every change is mailed to its owner. */
export const factors: ControllerFactory = ({ strapi }) => {
  const apps = () => getService(strapi, 'authenticators', authenticators);
  const changes = () => getService(strapi, 'factor-changes', factorChanges);
  const codes = () => getService(strapi, 'recovery-codes', recoveryCodes);
  const setupOf = async ({ customerId, email, segment }: Viewer): Promise<contract.AppSetup> => {
    const key = await apps().pendingKey(customerId);
    if (!key) throw notFound();
    const address = appAddress(key, getService(strapi, 'membership', membership).letterheadOf(segment).brand, email);
    return { key, address, picture: squaresOf(address) };
  };
  return {
    /** GET me/authenticator → AppSetup of the app that is being set up; 404 when none is. Needs a recent proof. */
    async show(ctx) {
      answer(ctx, await setupOf(provenViewer(ctx)));
    },

    /** POST me/authenticator → 201 AppSetup with a new key; the app that is there holds until this one is confirmed. Needs a recent proof. */
    async begin(ctx) {
      const viewer = provenViewer(ctx);
      await apps().begin(viewer.customerId);
      answer(ctx, await setupOf(viewer), {}, 201);
    },

    /** POST me/authenticator/confirmation `{ code }` → 200; 400 `wrong_code`. The first factor brings recovery codes and ends other sessions. */
    async confirm(ctx) {
      await changes().confirmApp(viewerOf(ctx), validate(contract.appConfirmation, bodyOf(ctx)).code);
      answer(ctx, { confirmed: true });
    },

    /** DELETE me/authenticator → 200; 404 without one, 409 `last_factor`. Needs a recent proof. */
    async removeApp(ctx) {
      await changes().removeApp(provenViewer(ctx));
      answer(ctx, { removed: true });
    },

    /** POST me/passkeys `{ label, passkey }` → 201; 400 `wrong_code` for an answer that is none to `me/passkeys/options`. Needs a recent proof. */
    async addPasskey(ctx) {
      const viewer = provenViewer(ctx);
      const { label, passkey } = validate(contract.newPasskey, bodyOf(ctx));
      await changes().addPasskey(ctx, viewer, label, passkey);
      answer(ctx, { added: true }, {}, 201);
    },

    /** PATCH me/passkeys/:id `{ label }` → 200; 404 for what is none of his. */
    async renamePasskey(ctx) {
      const { label } = validate(contract.passkeyChange, bodyOf(ctx));
      if (!(await getService(strapi, 'passkeys', passkeys).rename(viewerOf(ctx).customerId, idIn(ctx), label))) throw notFound();
      answer(ctx, { name: label });
    },

    /** DELETE me/passkeys/:id → 200; 404 for what is none of his, 409 `last_factor`. Needs a recent proof. */
    async removePasskey(ctx) {
      await changes().removePasskey(provenViewer(ctx), idIn(ctx));
      answer(ctx, { removed: true });
    },

    /** GET me/recovery-codes → new codes in groups, until they were received or ten minutes are over; else an empty list. Needs a recent proof. */
    async codes(ctx) {
      answer(ctx, await codes().shown(provenViewer(ctx).customerId));
    },

    /** POST me/recovery-codes → 201; ten new ones, and those from before open nothing. 404 without a factor. Needs a recent proof. */
    async renewCodes(ctx) {
      await changes().renewCodes(provenViewer(ctx));
      answer(ctx, { made: 10 }, {}, 201);
    },

    /** POST me/recovery-codes/receipt → 200; they are never shown again. */
    async receiveCodes(ctx) {
      await codes().receive(viewerOf(ctx).customerId);
      answer(ctx, { received: true });
    },
  };
};
