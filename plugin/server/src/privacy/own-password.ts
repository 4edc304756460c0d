import { passwordChange } from '../accounts/services/password-change';
import { needRecentProof } from '../accounts/recent-proof';
import type { Viewer } from '../accounts/viewer';
import { Refusal } from '../platform/errors';
import { getService } from '../platform/get-service';
import type { Strapi } from '../platform/domain';

/**
 * The one place that asks whether it is really the owner who sits there: by his password, and where he has a second
 * factor by a recent proof as well (403 `verification_needed`). Refuses with 401 `wrong_credentials`, and with 429
 * after many guesses.
 */
export const needsRecentVerification = async (strapi: Strapi, viewer: Viewer, { password }: { password: string }): Promise<void> => {
  if (viewer.hasFactor) needRecentProof(viewer);
  if (!(await getService(strapi, 'password-change', passwordChange).isRight(viewer, password))) throw new Refusal('wrong_credentials', 'This is not your password. Nothing was changed.');
};
