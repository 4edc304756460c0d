import type { SignInSettings } from '../../../../contracts/configured-sign-in';
import type { OfferedProvider } from '../../../../contracts/providers';

/** A provider as it is configured. */
export interface Provider extends OfferedProvider {
  /** Whose claims mean what: see claims.ts. */
  kind: 'google' | 'microsoft' | 'oidc';
  /** Address below which its metadata stand. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Domains whose addresses its tenant may vouch for. */
  verifiedDomains: string[];
}

const microsoftAt = (authority: string, tenant: string): string => `${authority.replace(/\/$/, '')}/${tenant}/v2.0`;

/** The providers that customers are offered, in this order: Google, Microsoft, then the others as they are configured. */
export const configuredProviders = ({ google, microsoft, oidc, providers }: SignInSettings): Provider[] => {
  const all: Provider[] = [
    { name: 'google', title: 'Google', kind: 'google', issuer: google.issuer, clientId: google.clientId, clientSecret: google.clientSecret, verifiedDomains: [] },
    { name: 'microsoft', title: 'Microsoft', kind: 'microsoft', issuer: microsoftAt(microsoft.authority, microsoft.tenant), clientId: microsoft.clientId, clientSecret: microsoft.clientSecret, verifiedDomains: microsoft.verifiedDomains ?? [] },
    ...(oidc ?? []).map((given): Provider => ({ ...given, kind: 'oidc', verifiedDomains: [] })),
  ];
  return all.filter(({ name, clientId }) => clientId !== '' && (providers?.includes(name) ?? true));
};

/** What pages are told of a provider. */
export const toOffered = ({ name, title }: Provider): OfferedProvider => ({ name, title });
