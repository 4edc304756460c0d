import { policyKeys } from '../../../contracts/policy';
import type { PolicyKey } from '../../../contracts/policy';

/** The pages among which the keys of the policy are shared out. */
export type PolicyGroup = 'general' | 'features' | 'authentication' | 'limits' | 'theme' | 'retention' | 'mail' | 'chat';
/** Those that may differ by segment. */
export const segmentGroups: readonly PolicyGroup[] = ['general', 'features', 'authentication', 'limits', 'theme'];

const general: readonly PolicyKey[] = ['priorities', 'limits.reopenWindowDays', 'notifications.page', 'notifications.mail', 'notifications.digest', 'notifications.push'];

/** The keys of a page, in the order of the contract. */
export const keysOf = (group: PolicyGroup): PolicyKey[] =>
  group === 'general' ? [...general] : policyKeys.filter((key) => key.startsWith(`${group}.`) && !general.includes(key));
