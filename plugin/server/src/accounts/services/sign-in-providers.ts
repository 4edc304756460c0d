import type { Configuration } from 'openid-client';
import type { SignInSettings } from '../../../../contracts/configured-sign-in';
import type { OfferedProvider } from '../../../../contracts/providers';
import { after, days, now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import type { Strapi } from '../../platform/domain';
import { discoverProvider } from '../providers/discovery';
import { reasonOf, refusalOf } from '../providers/faults';
import { configuredProviders, toOffered } from '../providers/provider';
import type { Provider } from '../providers/provider';

/** The providers of this installation, and how to talk to each. */
export const signInProviders = ({ strapi }: { strapi: Strapi }) => {
  const settings = (): SignInSettings => strapi.config.get<SignInSettings>('plugin::portal.authentication');
  const held = new Map<string, { until: Date; client: Promise<Configuration> }>();
  const all = (): Provider[] => configuredProviders(settings());

  const ask = (provider: Provider): Promise<Configuration> => {
    const known = held.get(provider.name);
    if (known && known.until > now()) return known.client;
    const client = discoverProvider(provider);
    held.set(provider.name, { until: after(now(), days(1)), client });
    // What failed is asked again by the next who comes.
    client.catch(() => held.delete(provider.name));
    return client;
  };

  return {
    /** Those that customers can choose from, in their order. */
    offered: (): OfferedProvider[] => all().map(toOffered),

    /** One of them; 404 for every other name. */
    named(name: string): Provider {
      const found = all().find((each) => each.name === name);
      if (!found) throw notFound();
      return found;
    },

    /** What a provider is called, also one that is no longer configured. */
    titled: (name: string): OfferedProvider => ({ name, title: all().find((each) => each.name === name)?.title ?? name }),

    /** True where addresses and passwords open accounts too. */
    passwords: (): boolean => settings().method !== 'oauth',

    /** How to talk to a provider, asked once a day; `provider_unavailable` where it does not answer. */
    async client(provider: Provider): Promise<Configuration> {
      try {
        return await ask(provider);
      } catch (error) {
        strapi.log.error(`Customer portal: ${provider.title} (${provider.issuer}) could not be asked how to sign in there: ${reasonOf(error)}`);
        throw refusalOf(error);
      }
    },
  };
};
