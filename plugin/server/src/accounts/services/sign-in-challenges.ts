import type { Context } from 'koa';
import type { FirstStep } from '../../../../contracts/two-factor';
import { after, minutes, now } from '../../platform/clock';
import { readCookie, writeCookie } from '../../platform/cookies';
import { Refusal } from '../../platform/errors';
import { rows } from '../../platform/rows';
import { writeStatement } from '../../platform/statements';
import { hashToken, newToken } from '../../platform/tokens';
import { insertRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';

interface ChallengeRow extends Row {
  tokenHash: string;
  customerId: number;
  how: FirstStep;
  attempts: number;
  expiresAt: Date;
}
/** A sign-in that waits for its second step. */
export type Challenge = Pick<ChallengeRow, 'id' | 'customerId' | 'how'>;

const cookieName = 'portal_challenge';
const lifetime = minutes(10);
/** Wrong answers that one challenge takes. */
export const challengeAttempts = 5;

const over = (): Refusal => new Refusal('sign_in_expired', 'This sign-in took too long, had too many wrong codes, or was finished elsewhere. Sign in again.');

/**
 * Sign-ins between their two steps. A challenge is made only after a proven first step, always with a new token,
 * and is bound to that customer: a cookie that somebody planted finds no row, or one that opens his own account.
 */
export const signInChallenges = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ChallengeRow>(strapi, 'sign-in-challenge');
  const tokenOf = (ctx: Context): string | undefined => readCookie(ctx, strapi, cookieName);

  return {
    /** Begins the second step on this browser: ten minutes, five answers. */
    async begin(ctx: Context, customerId: number, how: FirstStep): Promise<void> {
      const token = newToken();
      await insertRow<ChallengeRow>(strapi, 'sign-in-challenge', { tokenHash: hashToken(token), customerId, how, expiresAt: after(now(), lifetime) });
      writeCookie(ctx, strapi, cookieName, token, lifetime);
    },

    /** The sign-in under way on this browser; 401 `sign_in_expired` without one. */
    async current(ctx: Context): Promise<Challenge> {
      const token = tokenOf(ctx);
      const found = token ? await table.findOne({ where: { tokenHash: hashToken(token), expiresAt: { $gt: now() }, attempts: { $lt: challengeAttempts } } }) : null;
      if (!found) throw over();
      return found;
    },

    /** Takes one answer off what the challenge allows, before the answer is looked at: answers sent at once are counted one by one. */
    async spend({ id }: Challenge): Promise<void> {
      const sql = 'update portal_sign_in_challenges set attempts = attempts + 1 where id = ? and attempts < ? and expires_at > ? returning id';
      const [spent] = await writeStatement<{ id: number }>(strapi, sql, [id, challengeAttempts, now()]);
      if (!spent) throw over();
    },

    /** Ends it with a right answer. Of two that answer at once the second finds nothing to end, and is refused. */
    async finish(ctx: Context, { id }: Challenge): Promise<void> {
      const { count } = await table.deleteMany({ where: { id } });
      if (count === 0) throw over();
      writeCookie(ctx, strapi, cookieName, null);
    },

    /** Ends all that wait for a customer, as after a change of password or factors. */
    endAll: (customerId: number) => table.deleteMany({ where: { customerId } }),
    forgetExpired: () => table.deleteMany({ where: { expiresAt: { $lt: now() } } }),
  };
};
