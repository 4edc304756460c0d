import type { VisitOutcome, VisitStarted } from '../../plugin/contracts/providers';
import { tenant, type Person } from './identity-provider';
import { acceptPortal, environmentOf, startProviders, type Providers } from './providers';
import { bootDesk, type Desk } from './strapi';
import type { Answer, Visitor } from './visitor';

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
