import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { sessions } from './sessions';
import { signInChallenges } from './sign-in-challenges';
import { trustedBrowsers } from './trusted-browsers';

/** All that lets a browser into an account without asking for everything again. */
export const accountDoors = ({ strapi }: { strapi: Strapi }) => {
  /** Browsers are trusted no longer, and sign-ins between their two steps begin anew. */
  const askAgain = async (customerId: number): Promise<void> => {
    await getService(strapi, 'trusted-browsers', trustedBrowsers).forgetAll(customerId);
    await getService(strapi, 'sign-in-challenges', signInChallenges).endAll(customerId);
  };
  return {
    askAgain,
    /** Closes everything but this session; with null everything. Joins the caller's transaction. */
    async close(customerId: number, but: number | null): Promise<void> {
      await askAgain(customerId);
      await getService(strapi, 'sessions', sessions).endOthers(customerId, but);
    },
  };
};
