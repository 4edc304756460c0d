import type { FieldError } from '../../../contracts/platform';
import { boundsOf } from '../../../contracts/policy';
import type { PolicyKey } from '../../../contracts/policy';
import { sayFieldError } from '../desk/refusal';
import type { Say } from '../use-words';
import { unitOf } from './policy-value';

const shownBound = (key: PolicyKey, bound: number): number => Math.max(Math.min(bound, 0.01), Math.round((bound / unitOf(key)) * 100) / 100);
const sayRange = (key: PolicyKey, say: Say): string => {
  const bounds = boundsOf(key);
  return bounds ? say(key === 'limits.maxFileSize' ? 'rule.megabytes' : 'rule.range', { least: shownBound(key, bounds.least), most: shownBound(key, bounds.most) }) : say('rule.not_allowed');
};

/** What can be told of a number without asking the server. */
export const faultHere = (key: PolicyKey, value: unknown, say: Say): string | undefined => {
  const bounds = boundsOf(key);
  if (!bounds || value === undefined || value === null) return undefined;
  if (value === '') return `${say('rule.required')} ${sayRange(key, say)}`;
  return typeof value === 'number' && (value < bounds.least || value > bounds.most) ? sayRange(key, say) : undefined;
};

/** What the server refused, with what would do instead. */
export const sayPolicyFault = (key: PolicyKey, error: FieldError, say: Say): string => {
  if (error.suggestion) return say('theme.refused', { nearest: error.suggestion });
  if (key === 'theme.accent' && error.rule === 'malformed') return say('rule.colour');
  if (error.rule === 'too_short') return say('rule.chooseOne');
  return error.rule === 'not_allowed' ? sayRange(key, say) : sayFieldError(error, say);
};
