import type { Context } from 'koa';
import type { PasskeyAnswer, SecondFactor } from '../../../../contracts/two-factor';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { fieldError } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import type { Viewer } from '../viewer';
import { authenticators } from './authenticators';
import { codeAttempts } from './code-attempts';
import { guardMails } from './guard-mails';
import { passkeys } from './passkeys';
import type { PasskeyPurpose } from './passkey-questions';
import { recoveryCodes } from './recovery-codes';

/** One of them is there. */
export interface SecondStepAnswer {
  code?: string | undefined;
  recoveryCode?: string | undefined;
  passkey?: PasskeyAnswer | undefined;
}
/** Where an answer comes from: its purpose, and the place for which wrong codes are counted. */
interface Occasion {
  purpose: Exclude<PasskeyPurpose, 'add' | 'sign-in'>;
  place: string;
}

/** The refusal of a wrong answer, at its field. */
export const wrongAnswer = (field: string): Refusal => new Refusal('wrong_code', 'This is not right, or it was used before. Nothing was changed.', [fieldError(field, 'not_allowed')]);

/** Checks what proves that somebody is the owner of an account, beside the password. */
export const secondStep = ({ strapi }: { strapi: Strapi }) => {
  // Only six digits can be guessed. Recovery codes and passkeys cannot, and stay open when too many guesses were made.
  const codeIsRight = (customerId: number, place: string, code: string): Promise<boolean> =>
    getService(strapi, 'code-attempts', codeAttempts).bounded(customerId, place, () => getService(strapi, 'authenticators', authenticators).check(customerId, code));

  const recovers = (viewer: Viewer, code: string): Promise<boolean> =>
    inTransaction(strapi, async () => {
      const isRight = await getService(strapi, 'recovery-codes', recoveryCodes).use(viewer.customerId, code);
      if (isRight) await getService(strapi, 'guard-mails', guardMails).tell(viewer, 'codeUsed');
      return isRight;
    });

  return {
    /** Answers by what it was proven. Refuses with 400 `wrong_code` at the field, or 429 after too many guesses. */
    async prove(ctx: Context, viewer: Viewer, { code, recoveryCode, passkey }: SecondStepAnswer, { purpose, place }: Occasion): Promise<SecondFactor> {
      const { customerId } = viewer;
      if (code !== undefined) {
        if (!(await codeIsRight(customerId, place, code))) throw wrongAnswer('code');
        return 'app';
      }
      if (recoveryCode !== undefined) {
        if (!(await recovers(viewer, recoveryCode))) throw wrongAnswer('recoveryCode');
        return 'recovery';
      }
      if (!passkey || (await getService(strapi, 'passkeys', passkeys).check(ctx, purpose, customerId, passkey)) === null) throw wrongAnswer('passkey');
      return 'passkey';
    },
  };
};
