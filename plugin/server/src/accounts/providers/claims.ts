import { email as emailSchema, personName } from '../../../../contracts/accounts';
import type { Provider } from './provider';

/** What a provider says of somebody, after signature, issuer, audience and nonce were checked. */
export interface Claims {
  iss: string;
  sub: string;
  email?: unknown;
  email_verified?: unknown;
  name?: unknown;
  /** Google: the Workspace whose member he is. */
  hd?: unknown;
  /** Microsoft: whether the owner of the address's domain was verified. */
  xms_edov?: unknown;
}
/**
 * Somebody as a provider vouches for him. `address`: `proven` is as good as our own mailed link; `claimed` may
 * be anybody's and needs a proof; `refused` is one that the provider itself says it does not know to be his.
 */
export interface Vouched {
  issuer: string;
  subject: string;
  email: string | null;
  name: string | null;
  address: 'proven' | 'claimed' | 'refused';
}

const isTrue = (claim: unknown): boolean => claim === true || claim === 1 || claim === 'true' || claim === '1';
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

/**
 * Google owns gmail.com and hosts the domains of Workspaces. Any other address it verified once, when the
 * account was made: somebody else may have it by now (Google's own advice to those who rely on it).
 */
const byGoogle = ({ email_verified: verified, hd }: Claims, address: string): Vouched['address'] => {
  if (verified !== true) return 'refused';
  return typeof hd === 'string' || ['gmail.com', 'googlemail.com'].includes(domainOf(address)) ? 'proven' : 'claimed';
};

/**
 * The address of a Microsoft account is whatever the admin of any tenant typed ("nOAuth"): it counts only where
 * Microsoft says that the domain's owner was verified, or where the tenant is the operator's own.
 */
const byMicrosoft = ({ xms_edov: verified }: Claims, address: string, { verifiedDomains }: Provider): Vouched['address'] =>
  isTrue(verified) || verifiedDomains.includes(domainOf(address)) ? 'proven' : 'claimed';

/** What an operator's own provider says it has verified, it has. */
const byOthers = ({ email_verified: verified }: Claims): Vouched['address'] => (verified === true ? 'proven' : 'claimed');

/** What the claims of a provider are worth; decision 036. */
export const vouchedBy = (provider: Provider, claims: Claims): Vouched => {
  const { data: email = null } = emailSchema.safeParse(claims.email);
  const { data: name = null } = personName.safeParse(claims.name);
  const person = { issuer: claims.iss, subject: claims.sub, email, name };
  if (email === null) return { ...person, address: 'refused' };
  const worth = { google: byGoogle, microsoft: byMicrosoft, oidc: byOthers }[provider.kind];
  return { ...person, address: worth(claims, email, provider) };
};
