import type { LinkedIdentity, WaysIn } from '../../../../contracts/providers';
import { auditLog } from '../../audit/services/audit-log';
import { mailQueue } from '../../mail/services/mail-queue';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { holdRow, inTransaction, rows } from '../../platform/rows';
import { couldBeKey, newToken } from '../../platform/tokens';
import { insertRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { identityLinkedLetter, identityUnlinkedLetter } from '../provider-mails';
import type { Vouched } from '../providers/claims';
import { customers } from './customers';
import { membership } from './membership';
import { signInProviders } from './sign-in-providers';

interface IdentityRow extends Row {
  key: string;
  customerId: number;
  provider: string;
  issuer: string;
  subject: string;
  email: string | null;
}
/** Somebody as a provider knows him. */
export type KnownAs = Pick<Vouched, 'issuer' | 'subject' | 'email'> & { provider: string };

const taken = () => new Refusal('identity_taken', 'This account at the provider opens another account here already. Sign in with it, and unlink it there first.');

/** Which accounts at providers open which customer's account. */
export const identities = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<IdentityRow>(strapi, 'identity');
  const known = () => getService(strapi, 'sign-in-providers', signInProviders);
  const toLinked = ({ key, provider, email, createdAt }: IdentityRow): LinkedIdentity => ({ id: key, provider: known().titled(provider), email, linkedAt: new Date(createdAt).toISOString() });
  const ofCustomer = (customerId: number): Promise<IdentityRow[]> => table.findMany({ where: { customerId }, orderBy: { id: 'asc' }, limit: 50 });
  const isOffered = ({ provider }: IdentityRow): boolean => known().offered().some(({ name }) => name === provider);

  /** Whom an account at a provider opens; one that opened an account which is gone opens nothing, and is forgotten. */
  const holderOf = async ({ issuer, subject }: Pick<KnownAs, 'issuer' | 'subject'>): Promise<IdentityRow | null> => {
    const found = await table.findOne({ where: { issuer, subject } });
    if (!found || (await getService(strapi, 'customers', customers).byId(found.customerId))) return found;
    await table.deleteMany({ where: { id: found.id } });
    return null;
  };

  /** Told by mail and in the log of changes, in the transaction of the change. */
  const tell = async (customerId: number, provider: string, action: 'created' | 'removed'): Promise<void> => {
    const [contact] = await getService(strapi, 'customers', customers).contacts([customerId]);
    if (!contact) return;
    const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf(contact.segment);
    const letter = { created: identityLinkedLetter, removed: identityUnlinkedLetter }[action];
    const news = { brand, name: contact.name, provider: known().titled(provider).title };
    await getService(strapi, 'mail-queue', mailQueue).enqueue([{ key: `account:${newToken()}`, to: contact.email, letter: { ...letter(contact.language, news, portalAddress(strapi, '/account/providers')), look } }]);
    const change = { signInWith: news.provider };
    await getService(strapi, 'audit-log', auditLog).note({ id: null, name: contact.email }, { what: `sign-in of ${contact.email}`, action, ...(action === 'created' ? { after: change } : { before: change }) });
  };

  return {
    /** The customer whom an account at a provider opens. */
    customerOf: async (person: Pick<KnownAs, 'issuer' | 'subject'>): Promise<number | null> => (await holderOf(person))?.customerId ?? null,

    /**
     * Lets an account at a provider open a customer's, in the caller's transaction, and tells him. Nothing where
     * it does so already; `identity_taken` where it opens another one.
     */
    async link(customerId: number, { provider, issuer, subject, email }: KnownAs): Promise<void> {
      const found = await holderOf({ issuer, subject });
      if (found && found.customerId !== customerId) throw taken();
      if (found) return;
      await insertRow<IdentityRow>(strapi, 'identity', { key: newToken(), customerId, provider, issuer, subject, email });
      await tell(customerId, provider, 'created');
    },

    /** What opens a customer's account now, and what could. */
    async waysIn(customerId: number, userId: number): Promise<WaysIn> {
      const linked = await ofCustomer(customerId);
      const offered = known().offered().filter(({ name }) => !linked.some(({ provider }) => provider === name));
      return { linked: linked.map(toLinked), offered, hasPassword: known().passwords() && (await getService(strapi, 'customers', customers).hasPassword(userId)) };
    },

    /** Ends that a provider opens the account; 404 for another's, `last_way_in` where nothing else would open it. */
    async unlink(customerId: number, userId: number, key: string): Promise<void> {
      await inTransaction(strapi, async () => {
        // Of two that are unlinked at once, the second sees what the first left.
        await holdRow(strapi, 'customer', customerId);
        const all = await ofCustomer(customerId);
        const found = couldBeKey(key) ? all.find((each) => each.key === key) : undefined;
        if (!found) throw notFound();
        const password = known().passwords() && (await getService(strapi, 'customers', customers).hasPassword(userId));
        if (!password && !all.some((each) => each.id !== found.id && isOffered(each))) throw new Refusal('last_way_in', 'This is the only way into your account. Set a password or link another provider first.');
        await table.deleteMany({ where: { id: found.id, customerId } });
        await tell(customerId, found.provider, 'removed');
      });
    },
  };
};
