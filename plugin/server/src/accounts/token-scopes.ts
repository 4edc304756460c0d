import type { TokenScope } from '../../../contracts/app-tokens';

type Rule = [path: RegExp, reading: TokenScope | null, changing: TokenScope | null];

/**
 * What a token needs for a route, by the route's own path; the first rule that fits counts. What is not named here
 * no token opens: what changes how an account is opened, and what only pages need.
 */
const rules: Rule[] = [
  [/^\/(tickets|attachments|categories|incidents)(\/|$)/, 'tickets:read', 'tickets:write'],
  [/^\/dashboard$/, 'tickets:read', null],
  [/^\/knowledge(\/|$)/, 'knowledge:read', 'knowledge:read'],
  [/^\/me$/, 'account', 'account'],
  [/^\/me\/(organisation|notification-choices|notification-feed)$/, 'account', 'account'],
  [/^\/me\/sessions$/, 'account', null],
  [/^\/notifications(\/readings)?$/, 'account', 'account'],
];
const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** The scope that opens a route; null where no token does. */
export const scopeFor = (method: string, path: string): TokenScope | null => {
  const [, reading = null, changing = null] = rules.find(([pattern]) => pattern.test(path)) ?? [];
  return isReading(method) ? reading : changing;
};
