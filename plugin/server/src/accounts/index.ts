import { hours } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { authenticator } from './content-types/authenticator';
import { customer } from './content-types/customer';
import { organisation } from './content-types/organisation';
import { passkey } from './content-types/passkey';
import { recoveryCode } from './content-types/recovery-code';
import { session } from './content-types/session';
import { signInChallenge } from './content-types/sign-in-challenge';
import { trustedBrowser } from './content-types/trusted-browser';
import { verificationCode } from './content-types/verification-code';
import { auth } from './controllers/auth';
import { organisations as organisationsController } from './controllers/organisations';
import { authRoutes } from './routes/auth';
import { organisationRoutes } from './routes/organisations';
import { accountRules } from './services/account-rules';
import { customers } from './services/customers';
import { membership } from './services/membership';
import { organisations } from './services/organisations';
import { passwords } from './services/passwords';
import { portalAccess } from './services/portal-access';
import { registration } from './services/registration';
import { secondFactors } from './services/second-factors';
import { sessions } from './services/sessions';
import { signIn } from './services/sign-in';
import { signInChallenges } from './services/sign-in-challenges';
import { signInCompletion } from './services/sign-in-completion';
import { trustedBrowsers } from './services/trusted-browsers';
import { verificationCodes } from './services/verification-codes';

/** Rank 2: who somebody is, and how he proves it. */
export const accounts: Domain = {
  contentTypes: { customer, organisation, session, 'verification-code': verificationCode, authenticator, passkey, 'recovery-code': recoveryCode, 'trusted-browser': trustedBrowser, 'sign-in-challenge': signInChallenge },
  controllers: { auth, organisations: organisationsController },
  services: { 'account-rules': accountRules, customers, membership, organisations, passwords, 'portal-access': portalAccess, registration, 'second-factors': secondFactors, sessions, 'sign-in': signIn, 'sign-in-challenges': signInChallenges, 'sign-in-completion': signInCompletion, 'trusted-browsers': trustedBrowsers, 'verification-codes': verificationCodes },
  routes: { contentApi: authRoutes, admin: organisationRoutes },
  bootstrap({ strapi }) {
    const forget = async (): Promise<void> => {
      await getService(strapi, 'sessions', sessions).forgetExpired();
      await getService(strapi, 'verification-codes', verificationCodes).forgetExpired();
      await getService(strapi, 'sign-in-challenges', signInChallenges).forgetExpired();
      await getService(strapi, 'trusted-browsers', trustedBrowsers).forgetExpired();
    };
    getService(strapi, 'jobs', jobs).start({ name: 'forget ended sessions and codes', everyMs: hours(1), run: forget });
  },
};
