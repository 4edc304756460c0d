import type { CustomerLine, CustomerSettings, MembershipReason } from '../../../../contracts/settings';
import { portalAccess } from '../../accounts/services/portal-access';
import { secondFactors } from '../../accounts/services/second-factors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { ceilingOf } from '../file-policy';
import { fittingRule } from '../membership-rules';
import { effectivePolicy } from './policies';
import { policyMemory } from './policy-memory';
import type { HeldSegment } from './policy-memory';
import { settings } from './settings';

const reasonOf = ({ byHand, email, organisation }: CustomerLine, segment: HeldSegment | undefined): MembershipReason => {
  if (byHand) return { kind: 'chosen' };
  const rule = segment && fittingRule(segment, { email, organisationId: organisation?.id ?? null });
  return rule ? { kind: 'rule', rule, inConfig: !segment.own.rules.includes(rule) } : { kind: 'none' };
};

/** One customer as an admin looks at him: where he belongs and why, and all that holds for him. */
export const customerSettings = ({ strapi }: { strapi: Strapi }) => ({
  /** In two statements; 404 for one who is not there. */
  async of(id: number): Promise<CustomerSettings> {
    const line = await getService(strapi, 'portal-access', portalAccess).find(id);
    const segment = getService(strapi, 'policy-memory', policyMemory).held().segments.get(line.segment);
    return {
      ...line,
      segmentTitle: segment?.title ?? null,
      reason: reasonOf(line, segment),
      priorities: effectivePolicy(strapi, line).priorities,
      brand: ceilingOf(strapi).brand,
      secondFactor: (await getService(strapi, 'second-factors', secondFactors).of(id)).length > 0,
      lines: getService(strapi, 'settings', settings).lines(line.segment, {}),
    };
  },
});
