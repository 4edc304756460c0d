import type { VisitOutcome, VisitStarted } from '../../plugin/contracts/providers';
import { startIdentityProvider, tenant, type IdentityProvider, type Person } from './identity-provider';
import { bootDesk, type Desk } from './strapi';
import type { Answer, Visitor } from './visitor';

/** The stand-ins of Google, of Microsoft, and a provider of the operator's own. */
export type Providers = Record<'google' | 'microsoft' | 'company', IdentityProvider>;
/** A desk that offers three providers. */
export interface ProviderDesk {
  desk: Desk;
  providers: Providers;
  /** Signs in as somebody, up to the answer to the way back. */
  signIn(who: Visitor, name: keyof Providers, person: Person, goTo?: string): Promise<Answer<VisitOutcome>>;
  /** The same, up to the way back. */
  queryOf(who: Visitor, name: keyof Providers, person: Person, change?: (address: URL) => void): Promise<string>;
  comeBack(who: Visitor, name: string, query: string): Promise<Answer<VisitOutcome>>;
  stop(): Promise<void>;
}

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

const walks = (providers: Providers) => {
  const queryOf: ProviderDesk['queryOf'] = async (who, name, person, change = () => undefined) => {
    const { data, status, text } = await who.post<VisitStarted>(`/auth/providers/${name}/visits`);
    if (status !== 201) throw new Error(`The way to ${name} is not open: ${status} ${text}`);
    const address = new URL(data.address);
    change(address);
    providers[name].person = name === 'microsoft' ? { tid: tenant, ...person } : person;
    return providers[name].visit(address.href);
  };
  const comeBack: ProviderDesk['comeBack'] = (who, name, query) => who.post<VisitOutcome>(`/auth/providers/${name}/returns`, { query });
  const signIn: ProviderDesk['signIn'] = async (who, name, person) => comeBack(who, name, await queryOf(who, name, person));
  return { queryOf, comeBack, signIn };
};

/** Boots a desk with its three providers; `environment` is the desk's. */
export const bootProviderDesk = async (environment: Record<string, string> = {}): Promise<ProviderDesk> => {
  const providers = await startProviders();
  const desk = await bootDesk({ ...environmentOf(providers), ...environment });
  await acceptPortal(providers, `${desk.url}/support`);
  const stop = async (): Promise<void> => {
    await desk.stop();
    for (const provider of Object.values(providers)) await provider.stop();
  };
  return { desk, providers, ...walks(providers), stop };
};
