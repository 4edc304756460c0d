import { limits } from '../../limits/services/limits';
import { days, hours } from '../../platform/clock';
import { atLeast } from '../../platform/at-least';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { inTransaction } from '../../platform/rows';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { bouncedAddresses } from '../../mail/services/bounced-addresses';
import type { Letter } from '../../mail/letter';
import { languages } from '../../../../contracts/accounts';
import type { Registration } from '../../../../contracts/accounts';
import { alreadyRegisteredLetter, confirmationLetter, passwordResetLetter } from '../mails';
import { accountDoors } from './account-doors';
import { accountLog } from './account-log';
import { postAccountLetter } from '../post-letter';
import { customers } from './customers';
import { accountRules } from './account-rules';
import { knownPasswords } from './known-passwords';
import { membership } from './membership';
import { passwords } from './passwords';
import { verificationCodes } from './verification-codes';
import type { CustomerRow, UserRow } from './customers';

/** Longer than mailing takes, so that the time tells no more than the words. */
const neutralMs = 300;

/** The ways into an account that go through the mailbox. Their answers never tell whether an account exists. */
export const registration = ({ strapi }: { strapi: Strapi }) => {
  const brand = (): string => getService(strapi, 'membership', membership).letterheadOf().brand;
  const people = () => getService(strapi, 'customers', customers);
  const codes = () => getService(strapi, 'verification-codes', verificationCodes);
  const secret = () => getService(strapi, 'passwords', passwords);

  const rules = () => getService(strapi, 'account-rules', accountRules);

  /** An account of an address that may not make one would be a way around the desk's own choice. */
  const checkAddress = (address: string): void => {
    const { selfRegistration, registrationDomains } = rules().now();
    if (!selfRegistration) throw notFound();
    if (!rules().mayRegister(address)) refuseFields([{ ...fieldError('email', 'not_allowed'), message: `Use an address of ${registrationDomains.join(', ')}.` }]);
  };
  const checkLength = (password: string): void => {
    const { passwordMinLength } = rules().now();
    if (password.length < passwordMinLength) refuseFields([fieldError('password', 'too_short', passwordMinLength)]);
  };
  const checkPassword = async (password: string, owner: { email: string; name: string }): Promise<void> => {
    checkLength(password);
    await getService(strapi, 'known-passwords', knownPasswords).refuse(password, { ...owner, brand: brand() });
  };

  const post = (to: string, letter: Letter): Promise<void> => postAccountLetter(strapi, to, letter);

  /** Strangers have mails sent to any address, and each address bears only so many of them. Counted alike whether or not it has an account. */
  const spendMail = (email: string): Promise<void> =>
    getService(strapi, 'limits', limits).spend({ name: 'account-mails', quota: strapi.config.get<number>('plugin::portal.limits.rateLimiting.accountMailsPerHour'), windowMs: hours(1) }, email, 'Several mails were sent to this address already. Look into its mailbox, or try again later.');

  /** Who followed a mailed link has the mail. */
  const arrives = (email: string) => getService(strapi, 'bounced-addresses', bouncedAddresses).clear(email);

  const resetAddress = async (email: string): Promise<string> =>
    portalAddress(strapi, `/reset-password?code=${await codes().issue('password-reset', email, hours(1))}`);

  const ownerOf = async (user: UserRow | null): Promise<CustomerRow | null> => (user ? people().byUser(user.id) : null);

  const remind = async (user: UserRow, owner: CustomerRow): Promise<void> =>
    post(user.email, alreadyRegisteredLetter(owner.language, brand(), owner.name, await resetAddress(user.email)));

  const invite = async ({ email, name, language = 'en' }: Registration, passwordHash: string): Promise<void> => {
    const code = await codes().issue('registration', email, days(1), { name, language, passwordHash });
    await post(email, confirmationLetter(language, brand(), name, portalAddress(strapi, `/confirm-email?code=${code}`)));
  };

  const register = async (input: Registration): Promise<void> => {
    checkAddress(input.email);
    await checkPassword(input.password, input);
    await spendMail(input.email);
    const passwordHash = await secret().hash(input.password);
    const user = await people().userByEmail(input.email);
    const owner = await ownerOf(user);
    await inTransaction(strapi, () => (user && owner ? remind(user, owner) : invite(input, passwordHash)));
  };

  const requestReset = async (email: string): Promise<void> => {
    await spendMail(email);
    const user = await people().userByEmail(email);
    const owner = await ownerOf(user);
    if (!owner || user?.blocked) return;
    await inTransaction(strapi, async () => post(email, passwordResetLetter(owner.language, brand(), owner.name, await resetAddress(email))));
  };

  return {
    /** Refuses a new password that is shorter than the desk wants, or one of the first that attackers try. */
    checkPassword,

    /** Mails a link to a new address, or a reminder to one that has an account; takes the same time for both. 404 where nobody makes an account for himself, 429 where the address has had its mails. */
    register: (input: Registration): Promise<void> => atLeast(neutralMs, register(input)),

    /** Makes the account of a followed link. Refuses used and late codes. */
    async confirm(code: string): Promise<{ email: string }> {
      return inTransaction(strapi, async () => {
        const { email, data } = await codes().redeem('registration', code);
        if (!rules().mayRegister(email)) throw new Refusal('code_invalid', 'Accounts cannot be made with this address any more. Ask the support for one.');
        if (await ownerOf(await people().userByEmail(email))) throw new Refusal('code_invalid', 'This address is confirmed already. Sign in with it.');
        const { name = email, passwordHash = '', language } = data;
        await arrives(email);
        await people().create({ email, name, passwordHash, language: languages.find((known) => known === language) ?? 'en' });
        return { email };
      });
    },

    /** Mails a link for a new password where there is an account; silently nothing where there is none. 429 where the address has had its mails. */
    requestReset: (email: string): Promise<void> => atLeast(neutralMs, requestReset(email)),

    /** Sets the password and ends every session of the account; answers whose it was. A refused password leaves the link as it was. */
    async resetPassword(code: string, password: string): Promise<{ email: string }> {
      checkLength(password);
      const passwordHash = await secret().hash(password);
      return inTransaction(strapi, async () => {
        const { email } = await codes().redeem('password-reset', code);
        const user = await people().userByEmail(email);
        const owner = await ownerOf(user);
        if (!user || !owner) throw new Refusal('code_invalid', 'This link does not work any more. Ask for a new one.');
        await checkPassword(password, { email, name: owner.name });
        await arrives(email);
        await people().changePassword(user.id, passwordHash);
        await getService(strapi, 'account-doors', accountDoors).close(owner.id, null);
        await getService(strapi, 'account-log', accountLog).note({ customerId: owner.id, email }, 'password_changed', { by: 'mail' });
        return { email };
      });
    },
  };
};
