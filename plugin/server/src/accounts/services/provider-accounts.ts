import type { Context } from 'koa';
import type { Language } from '../../../../contracts/accounts';
import { bouncedAddresses } from '../../mail/services/bounced-addresses';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, isDuplicate } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { newToken } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import type { Vouched } from '../providers/claims';
import { requestLanguage } from '../request-language';
import { accountRules } from './account-rules';
import { customers } from './customers';
import { identities } from './identities';
import type { KnownAs } from './identities';
import { passwords } from './passwords';
import { signInCompletion } from './sign-in-completion';
import type { SignInOutcome } from '../../../../contracts/two-factor';

/** A person whom a provider knows, and how much his address is worth. */
export type Person = KnownAs & Pick<Vouched, 'name' | 'address'>;
/** The same, with an address. */
export type Addressed = KnownAs & Pick<Vouched, 'name'> & { email: string };
/** What follows for him: he comes in, he proves his address first, or the provider's word is no help. */
export type Admission = { next: 'in'; customerId: number } | { next: 'prove_address' | 'refused'; customerId: 0 };

const noAccess = () => new Refusal('access_refused', 'This account has no access to the portal. Ask the support.');
const closed = () => new Refusal('registration_closed', 'There is no account with this address, and accounts are not made here by oneself. Ask the support for one.');
const proof: Admission = { next: 'prove_address', customerId: 0 };

/** The accounts that providers open, and make. */
export const providerAccounts = ({ strapi }: { strapi: Strapi }) => {
  const people = () => getService(strapi, 'customers', customers);
  const known = () => getService(strapi, 'identities', identities);

  /** Lets one transaction at a time look whether an address has an account; SQLite's wait for each other anyway. */
  const holdAddress = async (email: string): Promise<void> => {
    if (strapi.db.dialect.client === 'postgres') await readRows(strapi, 'select pg_advisory_xact_lock(hashtextextended(?, 36))', [email]);
  };

  const make = async (email: string, name: string | null, language: Language): Promise<number> => {
    if (!getService(strapi, 'account-rules', accountRules).mayRegister(email)) throw closed();
    const passwordHash = await getService(strapi, 'passwords', passwords).hash(newToken());
    return (await people().create({ email, name: name ?? email.slice(0, email.indexOf('@')), passwordHash, language, withoutPassword: true })).id;
  };

  /** The account of an address, made where there is none, and linked; null where there is one that was not proven. */
  const openOnce = async (person: Addressed, language: Language, isProven: boolean): Promise<number | null> => {
    const { email, name } = person;
    await holdAddress(email);
    // Whoever held it before may have been the same person, in another window.
    const already = await known().customerOf(person);
    if (already !== null) return already;
    const user = await people().userByEmail(email);
    if (user && !isProven) return null;
    if (isProven) await getService(strapi, 'bounced-addresses', bouncedAddresses).clear(email);
    const owner = user ? await people().byUser(user.id) : null;
    const customerId = owner?.id ?? (await make(email, name, language));
    await known().link(customerId, person);
    return customerId;
  };

  const open = async (ctx: Context, person: Addressed, isProven: boolean): Promise<Admission> => {
    try {
      const customerId = await inTransaction(strapi, () => openOnce(person, requestLanguage(ctx), isProven));
      return customerId === null ? proof : { next: 'in', customerId };
    } catch (error) {
      // Another return of the same person was quicker, and is right.
      const customerId = isDuplicate(error) ? await known().customerOf(person) : null;
      if (customerId === null) throw error;
      return { next: 'in', customerId };
    }
  };

  return {
    /**
     * What follows from a provider's word. Somebody known comes in. An address that has an account is never
     * linked by itself: he proves it. A new one for which the provider may vouch gets an account; 403
     * `registration_closed` where none are made.
     */
    async of(ctx: Context, person: Person): Promise<Admission> {
      const customerId = await known().customerOf(person);
      if (customerId !== null) return { next: 'in', customerId };
      const { email, address } = person;
      if (email === null || address === 'refused') return { next: 'refused', customerId: 0 };
      return address === 'claimed' ? proof : open(ctx, { ...person, email }, false);
    },

    /** Links the account of an address that somebody has just proven to be his, making it where there is none. */
    openProven: (ctx: Context, person: Addressed): Promise<Admission> => open(ctx, person, true),

    /** Signs in whom a provider has proven; 403 `access_refused` who may not come in. */
    async enter(ctx: Context, customerId: number): Promise<SignInOutcome> {
      if (!(await people().viewer(customerId))) throw noAccess();
      return getService(strapi, 'sign-in-completion', signInCompletion).complete(ctx, { id: customerId }, { how: 'provider' });
    },
  };
};
