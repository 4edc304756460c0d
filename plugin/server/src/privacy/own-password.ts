import { passwordChange } from '../accounts/services/password-change';
import { verification } from '../accounts/services/verification';
import { needRecentProof } from '../accounts/recent-proof';
import type { Viewer } from '../accounts/viewer';
import type { ErasureRequest } from '../../../contracts/privacy';
import { Refusal } from '../platform/errors';
import { getService } from '../platform/get-service';
import { fieldError, refuseFields } from '../platform/validate';
import type { Strapi } from '../platform/domain';

/**
 * The one place that asks whether it is really the owner who sits there: by his password, where he has one, and where
 * he has none, or a second factor, by a recent proof (403 `verification_needed`). Refuses with 400 at `password` where
 * it is missing, with 401 `wrong_credentials`, and with 429 after many guesses.
 */
export const needsRecentVerification = async (strapi: Strapi, viewer: Viewer, { password }: ErasureRequest): Promise<void> => {
  const hasPassword = await getService(strapi, 'verification', verification).hasPassword(viewer);
  if (viewer.hasFactor || !hasPassword) needRecentProof(viewer);
  if (!hasPassword) return;
  if (password === undefined) return refuseFields([fieldError('password', 'required')]);
  if (!(await getService(strapi, 'password-change', passwordChange).isRight(viewer, password))) throw new Refusal('wrong_credentials', 'This is not your password. Nothing was changed.');
};
