import type { Context } from 'koa';
import type { ProofMethod, Verification, VerificationState } from '../../../../contracts/two-factor';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { provenUntil } from '../recent-proof';
import type { Viewer } from '../viewer';
import { customers } from './customers';
import { mailedProofs } from './mailed-proofs';
import { passwordChange } from './password-change';
import { secondFactors } from './second-factors';
import { secondStep, wrongAnswer } from './second-step';
import { sessions } from './sessions';
import { signInProviders } from './sign-in-providers';

/** That somebody who is signed in proves once more who he is (see recent-proof.ts). */
export const verification = ({ strapi }: { strapi: Strapi }) => {
  const byMail = () => getService(strapi, 'mailed-proofs', mailedProofs);
  /** False for whoever comes in with a provider only: nobody knows a password of his. */
  const hasPassword = async ({ userId }: Viewer): Promise<boolean> =>
    getService(strapi, 'sign-in-providers', signInProviders).passwords() && (await getService(strapi, 'customers', customers).hasPassword(userId));

  // Whoever has a second factor proves himself by it: a password may be known to whoever took the session.
  const methodsOf = async (viewer: Viewer): Promise<ProofMethod[]> => {
    const factors = await getService(strapi, 'second-factors', secondFactors).of(viewer.customerId);
    if (factors.length > 0) return factors;
    return (await hasPassword(viewer)) ? ['password'] : ['mail'];
  };
  const stateOf = async (viewer: Viewer): Promise<VerificationState> => {
    const methods = await methodsOf(viewer);
    return { provenUntil: provenUntil(viewer)?.toISOString() ?? null, methods, codeSent: methods.includes('mail') && (await byMail().waits(viewer)) };
  };
  const needMail = async (viewer: Viewer): Promise<void> => {
    if (!(await methodsOf(viewer)).includes('mail')) refuseFields([fieldError('mailedCode', 'not_allowed')]);
  };

  const byPassword = async (viewer: Viewer, password: string): Promise<void> => {
    if (viewer.hasFactor) refuseFields([fieldError('password', 'not_allowed')]);
    if (!(await getService(strapi, 'password-change', passwordChange).isRight(viewer, password))) throw wrongAnswer('password');
  };

  const byMailedCode = async (viewer: Viewer, typed: string): Promise<void> => {
    await needMail(viewer);
    if (!(await byMail().isRight(viewer, typed))) throw wrongAnswer('mailedCode');
  };

  return {
    hasPassword,

    /** Mails a code to whoever has neither password nor factor, for this session and a quarter of an hour; 400 at `mailedCode` for others, 429 after some an hour. */
    async mail(viewer: Viewer): Promise<void> {
      await needMail(viewer);
      await byMail().mail(viewer);
    },

    /** Whether it is proven now, and by what it can be. */
    stateOf,

    /** Proves it for ten minutes. 400 `wrong_code` at the field, 429 after too many guesses in this session. */
    async prove(ctx: Context, viewer: Viewer, { password, mailedCode, ...answer }: Verification): Promise<VerificationState> {
      if (password !== undefined) await byPassword(viewer, password);
      else if (mailedCode !== undefined) await byMailedCode(viewer, mailedCode);
      else await getService(strapi, 'second-step', secondStep).prove(ctx, viewer, answer, { purpose: 'verification', place: `session ${viewer.sessionId}` });
      await getService(strapi, 'sessions', sessions).prove(viewer.sessionId);
      return stateOf({ ...viewer, verifiedAt: now() });
    },
  };
};
