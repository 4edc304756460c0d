import { after, now } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { rows } from '../../platform/rows';
import { hashToken, newToken } from '../../platform/tokens';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';

type Purpose = 'registration' | 'password-reset' | 'erasure' | 'proof';
export interface CodeRow extends Row {
  codeHash: string;
  purpose: Purpose;
  email: string;
  data: Record<string, string>;
  expiresAt: Date;
}

/** Codes in mails: random, hashed at rest, of one purpose, used once, soon over. */
export const verificationCodes = ({ strapi }: { strapi: Strapi }) => {
  const codes = rows<CodeRow>(strapi, 'verification-code');
  return {
    /** A new code for `lifetimeMs`; the answer is the only place where it stands in full. `code`: another than one for a link. */
    async issue(purpose: Purpose, email: string, lifetimeMs: number, data: Record<string, string> = {}, code = newToken()): Promise<string> {
      const expiresAt = after(now(), lifetimeMs);
      await codes.create({ data: { codeHash: hashToken(code), purpose, email, data, expiresAt }, select: ['id'] });
      return code;
    },

    /** True where somebody was mailed a code that he can still use. */
    waits: async (purpose: Purpose, email: string): Promise<boolean> => (await codes.count({ where: { purpose, email, expiresAt: { $gt: now() } } })) > 0,

    /** Uses a code up, and with it all others of its purpose and address. Refuses one that is wrong, used or late. */
    async redeem(purpose: Purpose, code: string): Promise<CodeRow> {
      const found = await codes.findOne({ where: { codeHash: hashToken(code), purpose, expiresAt: { $gt: now() } } });
      // One statement takes all codes of the address, which decides a race: of two who follow links to the same
      // address at once, the second waits for the first and finds none left.
      const taken = found ? await codes.deleteMany({ where: { purpose, email: found.email } }) : { count: 0 };
      if (!found || taken.count === 0) throw new Refusal('code_invalid', 'This link was used before, is too old, or is not complete. Ask for a new one.');
      return found;
    },

    forgetExpired: () => codes.deleteMany({ where: { expiresAt: { $lt: now() } } }),
  };
};
