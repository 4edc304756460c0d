import { hours } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { customer } from './content-types/customer';
import { organisation } from './content-types/organisation';
import { session } from './content-types/session';
import { verificationCode } from './content-types/verification-code';
import { auth } from './controllers/auth';
import { organisations as organisationsController } from './controllers/organisations';
import { authRoutes } from './routes/auth';
import { organisationRoutes } from './routes/organisations';
import { accountRules } from './services/account-rules';
import { browsers } from './services/browsers';
import { customers } from './services/customers';
import { knownPasswords } from './services/known-passwords';
import { membership } from './services/membership';
import { organisations } from './services/organisations';
import { passwords } from './services/passwords';
import { portalAccess } from './services/portal-access';
import { registration } from './services/registration';
import { sessions } from './services/sessions';
import { signIn } from './services/sign-in';
import { signInGuard } from './services/sign-in-guard';
import { signInWarnings } from './services/sign-in-warnings';
import { verificationCodes } from './services/verification-codes';

/** Rank 2: who somebody is, and how he proves it. */
export const accounts: Domain = {
  contentTypes: { customer, organisation, session, 'verification-code': verificationCode },
  controllers: { auth, organisations: organisationsController },
  services: { 'account-rules': accountRules, browsers, customers, 'known-passwords': knownPasswords, membership, organisations, passwords, 'portal-access': portalAccess, registration, sessions, 'sign-in': signIn, 'sign-in-guard': signInGuard, 'sign-in-warnings': signInWarnings, 'verification-codes': verificationCodes },
  routes: { contentApi: authRoutes, admin: organisationRoutes },
  async bootstrap({ strapi }) {
    await getService(strapi, 'passwords', passwords).warm();
    const forget = async (): Promise<void> => {
      await getService(strapi, 'sessions', sessions).forgetExpired();
      await getService(strapi, 'verification-codes', verificationCodes).forgetExpired();
    };
    getService(strapi, 'jobs', jobs).start({ name: 'forget ended sessions and codes', everyMs: hours(1), run: forget });
  },
};
