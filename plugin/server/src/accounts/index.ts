import { hours } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { customer } from './content-types/customer';
import { identity } from './content-types/identity';
import { organisation } from './content-types/organisation';
import { providerVisit } from './content-types/provider-visit';
import { refreshToken } from './content-types/refresh-token';
import { session } from './content-types/session';
import { verificationCode } from './content-types/verification-code';
import { auth } from './controllers/auth';
import { organisations as organisationsController } from './controllers/organisations';
import { providers } from './controllers/providers';
import { authRoutes } from './routes/auth';
import { organisationRoutes } from './routes/organisations';
import { accountRules } from './services/account-rules';
import { addressProofs } from './services/address-proofs';
import { appTokens } from './services/app-tokens';
import { customers } from './services/customers';
import { identities } from './services/identities';
import { membership } from './services/membership';
import { organisations } from './services/organisations';
import { passwords } from './services/passwords';
import { portalAccess } from './services/portal-access';
import { providerAccounts } from './services/provider-accounts';
import { providerSignIn } from './services/provider-sign-in';
import { providerVisits } from './services/provider-visits';
import { registration } from './services/registration';
import { sessions } from './services/sessions';
import { signIn } from './services/sign-in';
import { signInCompletion } from './services/sign-in-completion';
import { signInProviders } from './services/sign-in-providers';
import { verificationCodes } from './services/verification-codes';

/** Rank 2: who somebody is, and how he proves it. */
export const accounts: Domain = {
  contentTypes: { customer, identity, organisation, 'provider-visit': providerVisit, 'refresh-token': refreshToken, session, 'verification-code': verificationCode },
  controllers: { auth, organisations: organisationsController, providers },
  services: {
    'account-rules': accountRules, customers, membership, organisations, passwords, 'portal-access': portalAccess, registration, sessions, 'verification-codes': verificationCodes,
    'app-tokens': appTokens, 'sign-in': signIn, 'sign-in-completion': signInCompletion, 'sign-in-providers': signInProviders,
    'address-proofs': addressProofs, identities, 'provider-accounts': providerAccounts, 'provider-sign-in': providerSignIn, 'provider-visits': providerVisits,
  },
  routes: { contentApi: authRoutes, admin: organisationRoutes },
  bootstrap({ strapi }) {
    const forget = async (): Promise<void> => {
      await getService(strapi, 'sessions', sessions).forgetExpired();
      await getService(strapi, 'verification-codes', verificationCodes).forgetExpired();
      await getService(strapi, 'provider-visits', providerVisits).forgetExpired();
      await getService(strapi, 'app-tokens', appTokens).forgetExpired();
    };
    getService(strapi, 'jobs', jobs).start({ name: 'forget ended sessions and codes', everyMs: hours(1), run: forget });
  },
};
