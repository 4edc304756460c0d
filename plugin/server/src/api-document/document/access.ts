import { enrollingSession, optionalSession } from '../../accounts/strategies';
import { scopeFor } from '../../accounts/token-scopes';
import type { Endpoint } from '../../../../contracts/endpoints/endpoint';
import type { Route } from '../../platform/domain';

/** Who may call a route: everybody, whom it takes no notice of; everybody, known or not; customers; customers who still have to set up a second factor, too. */
export type Access = 'open' | 'optional' | 'customer' | 'enrolling';

/** Who may call a route. */
export const accessOf = ({ config: { auth } }: Route): Access => {
  if (!auth) return 'open';
  const names = auth.strategies.map(({ name }) => name);
  if (names.includes(optionalSession.name)) return 'optional';
  return names.includes(enrollingSession.name) ? 'enrolling' : 'customer';
};

/** The security requirements of OpenAPI: any one of them is enough. */
export const securityOf = (route: Route, { secret }: Endpoint): Record<string, string[]>[] => {
  if (secret) return [{ [secret]: [] }];
  const access = accessOf(route);
  if (access === 'open') return [];
  const scope = scopeFor(route.method, route.path);
  return [{ session: [] }, ...(scope ? [{ token: [scope] }] : []), ...(access === 'optional' ? [{}] : [])];
};

/** The ways to be known, as `components.securitySchemes`. */
export const securitySchemes = (https: boolean): Record<string, object> => ({
  session: { type: 'apiKey', in: 'cookie', name: `${https ? '__Host-' : ''}portal_session`, description: 'The cookie of a browser that signed in. Changes must come from the portal’s own origin (`Origin`), or without that header.' },
  token: { type: 'http', scheme: 'bearer', description: 'The access token of an app, where `authentication.method` is `token`. What stands beside it are the scopes that it needs.' },
  mailSecret: { type: 'http', scheme: 'bearer', description: '`mail.inbound.webhookSecret`; as the password of Basic authentication, too.' },
});
