import type { Endpoint } from '../../../../contracts/endpoints/endpoint';
import type { ErrorCode } from '../../../../contracts/platform';
import { statusOf } from '../../platform/errors';
import type { Route } from '../../platform/domain';
import { accessOf } from './access';
import type { JsonSchema } from './schemas';

const limited = ({ config }: Route): boolean => (config.policies ?? []).some((policy) => typeof policy === 'object' && policy.name === 'plugin::portal.within-limit');
const featured = ({ config }: Route): boolean => (config.policies ?? []).some((policy) => typeof policy === 'object' && policy.name === 'plugin::portal.has-feature');

/** True where answers say how a limit stands. */
export const isLimited = limited;

/** Every code that a route can refuse with: its own, and what follows from how it is made. */
export const refusalsOf = (route: Route, { body, query, once, refusals = [], takesFile }: Endpoint): ErrorCode[] => {
  const access = accessOf(route);
  const changes = route.method !== 'GET';
  const codes: (ErrorCode | false)[] = [
    ...refusals,
    (body !== undefined || query !== undefined || once === true) && 'validation_failed',
    changes && 'origin_refused',
    changes && 'validation_failed',
    changes && !takesFile && 'body_type_refused',
    changes && !takesFile && 'body_too_large',
    access !== 'open' && 'not_signed_in',
    access !== 'open' && 'second_factor_required',
    access !== 'open' && 'token_scope_missing',
    (route.path.includes('/:') || featured(route)) && 'not_found',
    limited(route) && 'too_many_requests',
    'internal_error',
  ];
  return [...new Set(codes.filter((code) => code !== false))].sort();
};

const narrowed = (codes: ErrorCode[]): JsonSchema => ({
  allOf: [{ $ref: '#/components/schemas/ErrorAnswer' }, { properties: { error: { properties: { details: { properties: { code: { enum: codes } } } } } } }],
});

/** The answers of OpenAPI for codes, one for each status. */
export const refusalAnswers = (codes: ErrorCode[]): Record<string, object> => {
  const statuses = [...new Set(codes.map((code) => statusOf[code]))].sort();
  return Object.fromEntries(
    statuses.map((status) => {
      const those = codes.filter((code) => statusOf[code] === status);
      const headers = status === 429 ? { 'Retry-After': { $ref: '#/components/headers/Retry-After' }, RateLimit: { $ref: '#/components/headers/RateLimit' }, 'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' } } : undefined;
      return [String(status), { description: those.map((code) => `\`${code}\``).join(', '), ...(headers ? { headers } : {}), content: { 'application/json': { schema: narrowed(those) } } }];
    }),
  );
};
