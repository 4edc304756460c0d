import { limits } from '../../limits/services/limits';
import { days, inPresent } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { networkOf } from '../../platform/network-address';
import type { Strapi } from '../../platform/domain';
import { laddersOf, pauseAfter } from '../sign-in-ladder';
import type { Ladder, LockoutFigures } from '../sign-in-ladder';
import { signInWarnings } from './sign-in-warnings';

/** Who tries. `browser` names one that is known for this account; without an address it is code of the host application. */
export interface Attempt {
  email: string;
  address: string | null;
  browser: string | null;
}
interface Rung {
  ladder: Ladder;
  subject: string;
}

const pauseOf = ({ name }: Ladder): string => `${name}-pause`;

/** Slows down who tries many passwords, without a way to keep the owner out (decision 039). Known and unknown accounts are treated alike. */
export const signInGuard = ({ strapi }: { strapi: Strapi }) => {
  const counts = () => getService(strapi, 'limits', limits);
  const figures = () => laddersOf(strapi.config.get<LockoutFigures>('plugin::portal.authentication.lockout'));

  const rungsOf = ({ email, address, browser }: Attempt): Rung[] => {
    const { browser: own, pair, network, account } = figures();
    if (browser !== null) return [{ ladder: own, subject: browser }];
    const place = address === null ? [] : [networkOf(address)];
    return [...place.flatMap((from) => [{ ladder: pair, subject: `${email} ${from}` }, { ladder: network, subject: from }]), { ladder: account, subject: email }];
  };

  const stepBack = async ({ ladder, subject }: Rung): Promise<void> => counts().uncount(ladder, subject);

  /** Counts before the password is looked at, so that many at once are as many; answers milliseconds to wait, null for who may try. */
  const climb = async ({ ladder, subject }: Rung): Promise<number | null> => {
    const pauseMs = pauseAfter(await counts().count(ladder, subject), ladder);
    return pauseMs > 0 ? counts().pause(pauseOf(ladder), subject, pauseMs) : null;
  };

  const refuse = async (climbed: Rung[], waitMs: number): Promise<never> => {
    // It was no attempt: nobody has looked at the password.
    for (const rung of climbed) await stepBack(rung);
    throw new Refusal('too_many_requests', 'There were many attempts to sign in. Wait, then try again, or choose a new password by mail.', [], Math.max(1, Math.ceil(waitMs / 1000)));
  };

  /** Tells the owner, once a day and beside the answer, which takes as long for an account that does not exist. */
  const warn = async ({ email, browser }: Attempt): Promise<void> => {
    if (browser !== null) return;
    const { account } = figures();
    if ((await counts().counted(account, email)) < account.free) return;
    const { accepted } = await counts().take({ name: 'sign-in-warnings', quota: 1, windowMs: days(1) }, email);
    if (accepted) void inPresent(() => getService(strapi, 'sign-in-warnings', signInWarnings).warn(email)).catch((error) => strapi.log.error(error));
  };

  return {
    /** Lets an attempt through, or refuses it unseen: 429 `too_many_requests` with the time to wait. */
    async enter(attempt: Attempt): Promise<void> {
      const climbed: Rung[] = [];
      for (const rung of rungsOf(attempt)) {
        climbed.push(rung);
        const waitMs = await climb(rung);
        if (waitMs !== null) await refuse(climbed, waitMs);
      }
    },

    failed: warn,

    /** The password was right: the tries of this browser, or of this account from here, are forgotten; those of others stay. */
    async passed(attempt: Attempt): Promise<void> {
      const [nearest, ...others] = rungsOf(attempt);
      for (const rung of others) await stepBack(rung);
      if (!nearest) return;
      await counts().forget(nearest.ladder, nearest.subject);
      await counts().endPause(pauseOf(nearest.ladder), nearest.subject);
    },
  };
};
