import { startIdentityProvider, type IdentityProvider } from './identity-provider';

/** The stand-ins of Google, of Microsoft, and a provider of the operator's own. */
export type Providers = Record<'google' | 'microsoft' | 'company', IdentityProvider>;
/** What a portal needs to know of three providers, as its environment. */
export const environmentOf = ({ google, microsoft, company }: Providers): Record<string, string> => ({
  PORTAL_GOOGLE_CLIENT_ID: google.clientId,
  PORTAL_GOOGLE_CLIENT_SECRET: google.clientSecret,
  PORTAL_GOOGLE_ISSUER: google.issuer,
  PORTAL_MICROSOFT_CLIENT_ID: microsoft.clientId,
  PORTAL_MICROSOFT_CLIENT_SECRET: microsoft.clientSecret,
  PORTAL_MICROSOFT_AUTHORITY: microsoft.issuer,
  PORTAL_OIDC: JSON.stringify([{ name: 'company', title: 'Company login', issuer: company.issuer, clientId: company.clientId, clientSecret: company.clientSecret }]),
});

/** Starts the three; they let nobody in before they know where the portal is. */
export const startProviders = async (): Promise<Providers> => {
  const [google, microsoft, company] = [await startIdentityProvider('google'), await startIdentityProvider('microsoft'), await startIdentityProvider('oidc')];
  return { google, microsoft, company };
};

/** Tells all three where the portal is. */
export const acceptPortal = async (providers: Providers, portal: string): Promise<void> => {
  for (const [name, provider] of Object.entries(providers)) await provider.accept(`${portal}/sign-in/${name}/return`);
};
