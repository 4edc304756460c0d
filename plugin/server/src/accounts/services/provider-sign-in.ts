import type { Context } from 'koa';
import type { VisitOutcome, VisitStarted } from '../../../../contracts/providers';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { inTransaction } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { Viewer } from '../viewer';
import { reasonOf, refusalOf } from '../providers/faults';
import { vouchedBy } from '../providers/claims';
import type { Claims, Vouched } from '../providers/claims';
import { toOffered } from '../providers/provider';
import type { Provider } from '../providers/provider';
import { visitSecrets } from '../providers/visit-secrets';
import { identities } from './identities';
import { providerAccounts } from './provider-accounts';
import { providerVisits } from './provider-visits';
import type { OwnVisit } from './provider-visits';
import { sessions } from './sessions';
import { signInProviders } from './sign-in-providers';

const returnPath = ({ name }: Provider): string => `/sign-in/${name}/return`;
const unverified = ({ title }: Provider) => new Refusal('address_unverified', `${title} does not vouch for an email address of yours. Confirm your address there, or sign in another way.`);

/** Signing in at a provider: the way there, and what comes of the way back. */
export const providerSignIn = ({ strapi }: { strapi: Strapi }) => {
  const providers = () => getService(strapi, 'sign-in-providers', signInProviders);
  const visits = () => getService(strapi, 'provider-visits', providerVisits);
  const accounts = () => getService(strapi, 'provider-accounts', providerAccounts);

  /** The claims behind an answer. An address that the identity token leaves out is asked for. */
  const claimsOf = async (provider: Provider, query: string, { browser, state }: { browser: string; state: string }): Promise<Claims> => {
    const client = await providers().client(provider);
    const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client');
    const { nonce, verifier } = visitSecrets(browser, state);
    const answered = new URL(`${portalAddress(strapi, returnPath(provider))}?${query}`);
    const tokens = await authorizationCodeGrant(client, answered, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no identity token.');
    if (claims['email'] !== undefined || !client.serverMetadata().userinfo_endpoint) return claims;
    const { email, email_verified, name } = await fetchUserInfo(client, tokens.access_token, claims.sub);
    return { name, ...claims, email, email_verified };
  };

  const vouchedFor = async (provider: Provider, query: string, own: { browser: string; state: string }): Promise<Vouched> => {
    try {
      return vouchedBy(provider, await claimsOf(provider, query, own));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.details.code !== 'provider_cancelled') strapi.log.warn(`Customer portal: an answer of ${provider.title} was not taken: ${reasonOf(error)}`);
      throw refusal;
    }
  };

  /** Whoever links a provider must still be the one who set out. */
  const link = async (ctx: Context, { visit }: OwnVisit, provider: Provider, vouched: Vouched): Promise<VisitOutcome> => {
    const viewer = await getService(strapi, 'sessions', sessions).viewerOf(ctx);
    if (!viewer || viewer.customerId !== visit.customerId) throw new Refusal('provider_other_browser', 'You are not signed in any more as the one who began this. Sign in, and link the provider again.');
    await inTransaction(strapi, () => getService(strapi, 'identities', identities).link(viewer.customerId, { ...vouched, provider: provider.name }));
    await visits().finish(ctx, visit.id);
    return { next: 'linked', goTo: null };
  };

  const signIn = async (ctx: Context, { visit }: OwnVisit, provider: Provider, vouched: Vouched): Promise<VisitOutcome> => {
    const { next, customerId } = await accounts().of(ctx, { ...vouched, provider: provider.name });
    if (next === 'refused') throw unverified(provider);
    if (next === 'prove_address') {
      await visits().awaitProof(visit.id, vouched);
      return { next, goTo: visit.goTo };
    }
    await visits().finish(ctx, visit.id);
    return { next: (await accounts().enter(ctx, customerId)).next, goTo: visit.goTo };
  };

  return {
    /** Sends a browser to a provider; `linking` is who wants it to open his account from now on. */
    async begin(ctx: Context, name: string, goTo: string | undefined, linking?: Viewer): Promise<VisitStarted> {
      const provider = providers().named(name);
      const client = await providers().client(provider);
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client');
      const { browser, state } = await visits().begin(ctx, { provider: name, goTo: goTo ?? null, customerId: linking?.customerId ?? null });
      const { nonce, verifier } = visitSecrets(browser, state);
      const challenge = await calculatePKCECodeChallenge(verifier);
      const address = buildAuthorizationUrl(client, { redirect_uri: portalAddress(strapi, returnPath(provider)), scope: 'openid email profile', state, nonce, code_challenge: challenge, code_challenge_method: 'S256' });
      return { address: address.href, provider: toOffered(provider) };
    },

    /** What becomes of an answer: signed in, an address to prove, a provider linked, or a refusal that says what to do. */
    async finish(ctx: Context, name: string, query: string): Promise<VisitOutcome> {
      const provider = providers().named(name);
      const state = new URLSearchParams(query).get('state') ?? '';
      const own = await visits().comeBack(ctx, name, state);
      const vouched = await vouchedFor(provider, query, { browser: own.browser, state });
      return own.visit.customerId === null ? signIn(ctx, own, provider, vouched) : link(ctx, own, provider, vouched);
    },
  };
};
