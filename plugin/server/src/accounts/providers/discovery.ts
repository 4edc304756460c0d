import type { ClientAuth, Configuration, CustomFetch } from 'openid-client';
import { seconds } from '../../platform/clock';
import type { Provider } from './provider';

type Library = typeof import('openid-client');

const patience = seconds(10);
const entra = 'https://login.microsoftonline.com';

/** How a provider takes the secret; in the header, as the standard assumes, unless it says that the body will do. */
const showSecret =
  ({ ClientSecretBasic, ClientSecretPost }: Library, { clientSecret }: Provider): ClientAuth =>
  (server, client, body, headers) => {
    const inBody = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
    (inBody ? ClientSecretPost(clientSecret) : ClientSecretBasic(clientSecret))(server, client, body, headers);
  };

/**
 * openid-client knows that Microsoft's issuer has a place for the tenant, but only at the address of the public
 * cloud. The other clouds have the same rules: they are asked at their own address under that name.
 */
const standIn = ({ kind, issuer }: Provider): { address: URL; fetch: CustomFetch | null } => {
  const { origin } = new URL(issuer);
  if (kind !== 'microsoft' || origin === entra) return { address: new URL(issuer), fetch: null };
  return { address: new URL(issuer.replace(origin, entra)), fetch: (url, options) => fetch(url.replace(entra, origin), options as RequestInit) };
};

/** Asks a provider how to talk to it. Rejects where it does not answer within ten seconds. */
export const discoverProvider = async (provider: Provider): Promise<Configuration> => {
  const library = await import('openid-client');
  const { address, fetch: otherFetch } = standIn(provider);
  const { discovery, allowInsecureRequests, customFetch, enableNonRepudiationChecks } = library;
  return discovery(address, provider.clientId, undefined, showSecret(library, provider), {
    timeout: patience / seconds(1),
    // Signatures are checked although the answer comes straight from the provider.
    execute: [enableNonRepudiationChecks, ...(provider.issuer.startsWith('http:') ? [allowInsecureRequests] : [])],
    ...(otherFetch ? { [customFetch]: otherFetch } : {}),
  });
};
