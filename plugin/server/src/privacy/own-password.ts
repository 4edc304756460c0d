import { customers } from '../accounts/services/customers';
import { passwords } from '../accounts/services/passwords';
import type { Viewer } from '../accounts/viewer';
import { Refusal } from '../platform/errors';
import { getService } from '../platform/get-service';
import type { Strapi } from '../platform/domain';

/**
 * The one place that asks whether it is really the owner who sits there: now by his password. Refuses with 401
 * `wrong_credentials` where it is not. What else can prove it belongs here.
 */
export const needsRecentVerification = async (strapi: Strapi, { email }: Viewer, { password }: { password: string }): Promise<void> => {
  const user = await getService(strapi, 'customers', customers).userByEmail(email);
  if (!(await getService(strapi, 'passwords', passwords).matches(password, user?.password))) throw new Refusal('wrong_credentials', 'This is not your password. Nothing was changed.');
};
