import { hours, minutes } from '../platform/clock';
import { getService } from '../platform/get-service';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { authenticator } from './content-types/authenticator';
import { customer } from './content-types/customer';
import { identity } from './content-types/identity';
import { organisation } from './content-types/organisation';
import { failedCode } from './content-types/failed-code';
import { passkey } from './content-types/passkey';
import { passkeyQuestion } from './content-types/passkey-question';
import { recoveryCode } from './content-types/recovery-code';
import { providerVisit } from './content-types/provider-visit';
import { refreshToken } from './content-types/refresh-token';
import { session } from './content-types/session';
import { signInChallenge } from './content-types/sign-in-challenge';
import { trustedBrowser } from './content-types/trusted-browser';
import { verificationCode } from './content-types/verification-code';
import { auth } from './controllers/auth';
import { secondStep as secondStepController } from './controllers/second-step';
import { organisations as organisationsController } from './controllers/organisations';
import { providers } from './controllers/providers';
import { authRoutes } from './routes/auth';
import { organisationRoutes } from './routes/organisations';
import { accountDoors } from './services/account-doors';
import { accountLog } from './services/account-log';
import { accountRules } from './services/account-rules';
import { addressProofs } from './services/address-proofs';
import { appTokens } from './services/app-tokens';
import { authenticators } from './services/authenticators';
import { browsers } from './services/browsers';
import { codeAttempts } from './services/code-attempts';
import { customers } from './services/customers';
import { factorChanges } from './services/factor-changes';
import { guardMails } from './services/guard-mails';
import { identities } from './services/identities';
import { knownPasswords } from './services/known-passwords';
import { mailedProofs } from './services/mailed-proofs';
import { membership } from './services/membership';
import { organisations } from './services/organisations';
import { passkeyQuestions } from './services/passkey-questions';
import { passkeys } from './services/passkeys';
import { passwordChange } from './services/password-change';
import { passwords } from './services/passwords';
import { portalAccess } from './services/portal-access';
import { recoveryCodes } from './services/recovery-codes';
import { refusedSignIns } from './services/refused-sign-ins';
import { providerAccounts } from './services/provider-accounts';
import { providerSignIn } from './services/provider-sign-in';
import { providerVisits } from './services/provider-visits';
import { registration } from './services/registration';
import { secondFactors } from './services/second-factors';
import { secondStep } from './services/second-step';
import { securityOverview } from './services/security-overview';
import { sessions } from './services/sessions';
import { signIn } from './services/sign-in';
import { signInChallenges } from './services/sign-in-challenges';
import { signInCompletion } from './services/sign-in-completion';
import { trustedBrowsers } from './services/trusted-browsers';
import { verification } from './services/verification';
import { signInGuard } from './services/sign-in-guard';
import { signInProviders } from './services/sign-in-providers';
import { signInWarnings } from './services/sign-in-warnings';
import { verificationCodes } from './services/verification-codes';

/** Rank 2: who somebody is, and how he proves it. */
export const accounts: Domain = {
  contentTypes: {
    customer, organisation, session, authenticator, passkey, identity,
    'verification-code': verificationCode, 'passkey-question': passkeyQuestion, 'recovery-code': recoveryCode,
    'trusted-browser': trustedBrowser, 'sign-in-challenge': signInChallenge, 'failed-code': failedCode,
    'provider-visit': providerVisit, 'refresh-token': refreshToken,
  },
  controllers: { auth, organisations: organisationsController, 'second-step': secondStepController, providers },
  services: {
    'account-doors': accountDoors,
    'account-log': accountLog,
    'account-rules': accountRules,
    'address-proofs': addressProofs,
    'app-tokens': appTokens,
    authenticators,
    browsers,
    'code-attempts': codeAttempts,
    customers,
    'factor-changes': factorChanges,
    'guard-mails': guardMails,
    identities,
    'known-passwords': knownPasswords,
    'mailed-proofs': mailedProofs,
    membership,
    organisations,
    'passkey-questions': passkeyQuestions,
    passkeys,
    'password-change': passwordChange,
    passwords,
    'portal-access': portalAccess,
    'provider-accounts': providerAccounts,
    'provider-sign-in': providerSignIn,
    'provider-visits': providerVisits,
    'recovery-codes': recoveryCodes,
    'refused-sign-ins': refusedSignIns,
    registration,
    'second-factors': secondFactors,
    'second-step': secondStep,
    'security-overview': securityOverview,
    sessions,
    'sign-in': signIn,
    'sign-in-challenges': signInChallenges,
    'sign-in-completion': signInCompletion,
    'sign-in-guard': signInGuard,
    'sign-in-providers': signInProviders,
    'sign-in-warnings': signInWarnings,
    'trusted-browsers': trustedBrowsers,
    verification,
    'verification-codes': verificationCodes,
  },
  routes: { contentApi: authRoutes, admin: organisationRoutes },
  async bootstrap({ strapi }) {
    await getService(strapi, 'passwords', passwords).warm();
    const forget = async (): Promise<void> => {
      await getService(strapi, 'sessions', sessions).forgetExpired();
      await getService(strapi, 'verification-codes', verificationCodes).forgetExpired();
      await getService(strapi, 'provider-visits', providerVisits).forgetExpired();
      await getService(strapi, 'app-tokens', appTokens).forgetExpired();
      await getService(strapi, 'trusted-browsers', trustedBrowsers).forgetExpired();
      await getService(strapi, 'code-attempts', codeAttempts).forgetOld();
    };
    // What could still be read, or used, is not left lying for an hour.
    const forgetSecrets = async (): Promise<void> => {
      await getService(strapi, 'sign-in-challenges', signInChallenges).forgetExpired();
      await getService(strapi, 'passkey-questions', passkeyQuestions).forgetExpired();
      await getService(strapi, 'authenticators', authenticators).forgetPending();
      await getService(strapi, 'recovery-codes', recoveryCodes).hideOld();
    };
    getService(strapi, 'jobs', jobs).start({ name: 'forget ended sessions and codes', everyMs: hours(1), run: forget });
    getService(strapi, 'jobs', jobs).start({ name: 'forget secrets that were shown', everyMs: minutes(5), run: forgetSecrets });
  },
};
