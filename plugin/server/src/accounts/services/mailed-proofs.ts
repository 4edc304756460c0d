import { limits } from '../../limits/services/limits';
import { hours, minutes } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { postAccountLetter } from '../post-letter';
import { proofCodeLetter } from '../proof-mails';
import { asMailed, newCode, said } from '../typed-code';
import type { Viewer } from '../viewer';
import { codeAttempts } from './code-attempts';
import { membership } from './membership';
import { verificationCodes } from './verification-codes';

const lifetime = minutes(15);
const mails = { name: 'proof-mails', quota: 5, windowMs: hours(1) };
// Typed where it was asked for: in another session it is another code.
const boundTo = ({ sessionId }: Viewer, code: string): string => `${sessionId} ${code}`;

/** Codes by which somebody proves that he has the mailbox of his account: what is left to whoever comes in with a provider only. */
export const mailedProofs = ({ strapi }: { strapi: Strapi }) => {
  const codes = () => getService(strapi, 'verification-codes', verificationCodes);

  const redeems = async (viewer: Viewer, typed: string): Promise<boolean> => {
    try {
      // A code of somebody else's session is none of this one, whoever's mailbox it went to.
      return (await codes().redeem('proof', boundTo(viewer, asMailed(typed)))).email === viewer.email;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  };

  return {
    /** Mails a new code, in the language of the account; 429 `too_many_requests` after five in an hour. */
    async mail(viewer: Viewer): Promise<void> {
      await getService(strapi, 'limits', limits).spend(mails, `customer ${viewer.customerId}`, 'Enough codes were mailed for now. Look into your mailbox, spam included.');
      const code = newCode();
      const { brand } = getService(strapi, 'membership', membership).letterheadOf(viewer.segment);
      await inTransaction(strapi, async () => {
        await codes().issue('proof', viewer.email, lifetime, {}, boundTo(viewer, code));
        await postAccountLetter(strapi, viewer.email, proofCodeLetter(viewer.language, { brand, name: viewer.name, code: said(code) }));
      });
    },

    waits: ({ email }: Viewer): Promise<boolean> => codes().waits('proof', email),

    /** True for a code that was mailed to this session, once; guesses are counted for the session. */
    isRight: (viewer: Viewer, typed: string): Promise<boolean> =>
      getService(strapi, 'code-attempts', codeAttempts).bounded(viewer.customerId, `session ${viewer.sessionId}`, () => redeems(viewer, typed)),
  };
};
