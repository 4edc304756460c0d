import type { SignUp } from '../../../../contracts/transport';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { signInProviders } from './sign-in-providers';

/** What an installation asks of accounts; the keys `authentication.*` of the policy. */
export interface AccountRules {
  selfRegistration: boolean;
  registrationDomains: string[];
  passwordMinLength: number;
  sessionDays: number;
  idleDays: number;
}

/** What holds for accounts now. Admins change it where segments are known, which stands above accounts. */
export const accountRules = ({ strapi }: { strapi: Strapi }) => {
  let source = (): AccountRules => strapi.config.get<AccountRules>('plugin::portal.authentication');
  return {
    /** Called once at the start, by whoever knows what admins set. */
    learn(from: () => AccountRules): void {
      source = from;
    },
    /** Asks no database. */
    now: (): AccountRules => source(),
    /** True where somebody with this address may make an account for himself. */
    mayRegister(address: string): boolean {
      const { selfRegistration, registrationDomains } = source();
      return selfRegistration && (registrationDomains.length === 0 || registrationDomains.includes(address.slice(address.lastIndexOf('@') + 1)));
    },
  };
};

/** What the pages say of signing in and of making an account. */
export const signUpRules = (strapi: Strapi): SignUp => {
  const { selfRegistration, registrationDomains, passwordMinLength } = getService(strapi, 'account-rules', accountRules).now();
  const providers = getService(strapi, 'sign-in-providers', signInProviders);
  return { open: selfRegistration, domains: registrationDomains, passwordMinLength, passwords: providers.passwords(), providers: providers.offered() };
};
