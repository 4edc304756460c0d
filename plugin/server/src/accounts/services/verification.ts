import type { Context } from 'koa';
import type { ProofMethod, Verification, VerificationState } from '../../../../contracts/two-factor';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { provenUntil } from '../recent-proof';
import type { Viewer } from '../viewer';
import { passwordChange } from './password-change';
import { secondFactors } from './second-factors';
import { secondStep, wrongAnswer } from './second-step';
import { sessions } from './sessions';

/** That somebody who is signed in proves once more who he is (see recent-proof.ts). */
export const verification = ({ strapi }: { strapi: Strapi }) => {
  // Whoever has a second factor proves himself by it: a password may be known to whoever took the session.
  const methodsOf = async ({ customerId }: Viewer): Promise<ProofMethod[]> => {
    const factors = await getService(strapi, 'second-factors', secondFactors).of(customerId);
    return factors.length > 0 ? factors : ['password'];
  };
  const stateOf = async (viewer: Viewer): Promise<VerificationState> => ({ provenUntil: provenUntil(viewer)?.toISOString() ?? null, methods: await methodsOf(viewer) });

  const byPassword = async (viewer: Viewer, password: string): Promise<void> => {
    if (viewer.hasFactor) refuseFields([fieldError('password', 'not_allowed')]);
    if (!(await getService(strapi, 'password-change', passwordChange).isRight(viewer, password))) throw wrongAnswer('password');
  };

  return {
    /** Whether it is proven now, and by what it can be. */
    stateOf,

    /** Proves it for ten minutes. 400 `wrong_code` at the field, 429 after too many guesses in this session. */
    async prove(ctx: Context, viewer: Viewer, { password, ...answer }: Verification): Promise<VerificationState> {
      if (password !== undefined) await byPassword(viewer, password);
      else await getService(strapi, 'second-step', secondStep).prove(ctx, viewer, answer, { purpose: 'verification', place: `session ${viewer.sessionId}` });
      await getService(strapi, 'sessions', sessions).prove(viewer.sessionId);
      return stateOf({ ...viewer, verifiedAt: now() });
    },
  };
};
