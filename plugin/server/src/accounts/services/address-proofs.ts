import type { Context } from 'koa';
import type { AddressProof, AddressProofGiven, VisitOutcome } from '../../../../contracts/providers';
import { mailQueue } from '../../mail/services/mail-queue';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { hashToken, newToken } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { addressCodeLetter } from '../provider-mails';
import { requestLanguage } from '../request-language';
import { asMailed, newCode, said } from '../typed-code';
import { browsers } from './browsers';
import { identities } from './identities';
import { membership } from './membership';
import { providerAccounts } from './provider-accounts';
import { providerVisits } from './provider-visits';
import type { OwnVisit, ProviderVisitRow } from './provider-visits';
import { signIn } from './sign-in';
import { signInProviders } from './sign-in-providers';

const [mostAttempts, mostMails, mostMailedAnHour] = [5, 3, 5];

const tooMany = () => new Refusal('provider_expired', 'That was tried too often. Start the sign-in again.');

/**
 * Proving that an address is one's own before a provider opens its account. Whether it has one is told to nobody
 * who has not proven it. The code is typed where the sign-in began, never followed as a link: a stranger who
 * claims an address at his provider would have its owner open the account for him.
 */
export const addressProofs = ({ strapi }: { strapi: Strapi }) => {
  const visits = () => getService(strapi, 'provider-visits', providerVisits);
  const accounts = () => getService(strapi, 'provider-accounts', providerAccounts);
  const providers = () => getService(strapi, 'sign-in-providers', signInProviders);
  const hashOf = ({ browser }: OwnVisit, code: string): string => hashToken(`${browser} ${code}`);
  const personOf = ({ provider, issuer, subject, email, name }: ProviderVisitRow) => ({ provider, issuer: issuer ?? '', subject: subject ?? '', email: email ?? '', name });

  /** The customer whom the password proves; it is taken as at the sign-in itself. */
  const byPassword = async (ctx: Context, visit: ProviderVisitRow, password: string): Promise<number> => {
    if (!providers().passwords()) throw notFound();
    const email = visit.email ?? '';
    const { id } = await getService(strapi, 'sign-in', signIn).check({ email, password }, { address: ctx.ip, browser: getService(strapi, 'browsers', browsers).known(ctx, email) });
    await inTransaction(strapi, () => getService(strapi, 'identities', identities).link(id, personOf(visit)));
    return id;
  };

  const byCode = async (ctx: Context, own: OwnVisit, typed: string): Promise<number> => {
    if (own.visit.codeHash === null || own.visit.codeHash !== hashOf(own, asMailed(typed))) throw new Refusal('code_invalid', 'This is not the code that we mailed. Look at the newest mail, or ask for another code.');
    return (await accounts().openProven(ctx, personOf(own.visit))).customerId;
  };

  return {
    /** What this browser has to prove; `provider_expired` where it is nothing. */
    async show(ctx: Context): Promise<AddressProof> {
      const { visit } = await visits().proving(ctx);
      return { provider: providers().titled(visit.provider), email: visit.email ?? '', codeSent: visit.codeHash !== null, passwords: providers().passwords() };
    },

    /** Mails a code, three times at most in a sign-in and in five sign-ins an hour to one address; 429 beyond. */
    async mail(ctx: Context): Promise<void> {
      const own = await visits().proving(ctx);
      const { id, email, name, provider } = own.visit;
      const mayMail = own.visit.mails > 0 || (await visits().recentlyMailed(email ?? '')) < mostMailedAnHour;
      if (!mayMail || !(await visits().countOne(own.visit, 'mails', mostMails))) throw new Refusal('too_many_requests', 'Enough codes were mailed for now. Look into your mailbox, spam included.', [], 900);
      const code = newCode();
      const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf();
      const letter = addressCodeLetter(requestLanguage(ctx), { brand, name: name ?? '', provider: providers().titled(provider).title, code: said(code) });
      await inTransaction(strapi, async () => {
        await visits().keepCode(id, hashOf(own, code));
        await getService(strapi, 'mail-queue', mailQueue).enqueue([{ key: `account:${newToken()}`, to: email ?? '', letter: { ...letter, look } }]);
      });
    },

    /** Takes the proof, five times at most, and signs in. Refuses with `wrong_credentials` or `code_invalid`, and what making an account refuses with. */
    async give(ctx: Context, { mailedCode, accountPassword = '' }: AddressProofGiven): Promise<VisitOutcome> {
      const own = await visits().proving(ctx);
      if (!(await visits().countOne(own.visit, 'attempts', mostAttempts))) throw tooMany();
      const customerId = mailedCode === undefined ? await byPassword(ctx, own.visit, accountPassword) : await byCode(ctx, own, mailedCode);
      if (!(await visits().finish(ctx, own.visit.id))) throw tooMany();
      return { next: (await accounts().enter(ctx, customerId)).next, goTo: own.visit.goTo };
    },
  };
};
