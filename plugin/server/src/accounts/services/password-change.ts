import type { PasswordChange } from '../../../../contracts/accounts';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { needRecentProof } from '../recent-proof';
import type { Viewer } from '../viewer';
import { accountDoors } from './account-doors';
import { accountLog } from './account-log';
import { codeAttempts } from './code-attempts';
import { customers } from './customers';
import { guardMails } from './guard-mails';
import { passwords } from './passwords';
import { registration } from './registration';
import { sessions } from './sessions';

/** The password of somebody who is signed in. */
export const passwordChange = ({ strapi }: { strapi: Strapi }) => {
  /** True for the customer's present password. Guesses are counted for the session. */
  const isRight = async ({ customerId, email, sessionId }: Viewer, password: string): Promise<boolean> => {
    const user = await getService(strapi, 'customers', customers).userByEmail(email);
    return getService(strapi, 'code-attempts', codeAttempts).bounded(customerId, `session ${sessionId}`, () => getService(strapi, 'passwords', passwords).matches(password, user?.password));
  };

  const replace = (viewer: Viewer, passwordHash: string): Promise<void> =>
    inTransaction(strapi, async () => {
      await getService(strapi, 'customers', customers).changePassword(viewer.userId, passwordHash);
      await getService(strapi, 'account-doors', accountDoors).close(viewer.customerId, viewer.sessionId);
      await getService(strapi, 'sessions', sessions).prove(viewer.sessionId);
      await getService(strapi, 'guard-mails', guardMails).tell(viewer, 'passwordChanged');
      await getService(strapi, 'account-log', accountLog).note(viewer, 'password_changed');
    });

  return {
    isRight,
    /**
     * Sets a new password and ends everything but this session. The present password is the proof; who has a second
     * factor needs a recent proof by it as well (403 `verification_needed`). 400 at `currentPassword` or `password`.
     */
    async change(viewer: Viewer, { currentPassword, password }: PasswordChange): Promise<void> {
      if (viewer.hasFactor) needRecentProof(viewer);
      await getService(strapi, 'registration', registration).checkPassword(password, viewer);
      if (!(await isRight(viewer, currentPassword))) refuseFields([fieldError('currentPassword', 'not_allowed')]);
      await replace(viewer, await getService(strapi, 'passwords', passwords).hash(password));
    },
  };
};
