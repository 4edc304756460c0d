import { policyDefaults, standardSegment } from '../../../../contracts/policy';
import type { FeatureName } from '../../../../contracts/policy';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { ceilingOf, filePolicy, lockedKeys } from '../file-policy';
import { chainOf, policyOf, resolvePolicy } from '../resolve-policy';
import type { EffectivePolicy, PolicyLayer, ResolvedPolicy } from '../resolve-policy';
import { policyMemory } from './policy-memory';
import type { HeldSegment } from './policy-memory';

/** Whoever a policy is asked for; null for strangers. */
export type Account = { segment: string } | null | undefined;

const layersOf = ({ name, title, own, file }: HeldSegment): PolicyLayer[] => {
  const source = { from: 'segment', segment: name, title } as const;
  return [...(file ? [{ source: { from: 'config', segment: name, title } as const, values: file.overrides, isFile: true }] : []), { source, values: own.overrides, isFile: false }];
};

/** What holds for whom. The one answer to it: pages, API and mails ask here, and no question costs a query. */
export const policies = ({ strapi }: { strapi: Strapi }) => {
  const held = () => getService(strapi, 'policy-memory', policyMemory).held();

  /** `segment` null: what holds for all. `without`: leaves out what this segment itself was given in the admin. */
  const resolve = (segment: string | null, without: 'settings' | 'segment' | null = null): ResolvedPolicy => {
    const { settings, segments } = held();
    const forAll: PolicyLayer[] = without === 'settings' ? [] : [{ source: { from: 'settings', segment: null }, values: settings, isFile: false }];
    const layers = [...forAll, ...chainOf(segments, segment).flatMap(layersOf)];
    const kept = without === 'segment' ? layers.filter(({ source }) => source.from !== 'segment' || source.segment !== segment) : layers;
    return resolvePolicy(policyDefaults, filePolicy(strapi), kept, lockedKeys(strapi));
  };

  const of = (account: Account): EffectivePolicy => policyOf(resolve(account?.segment ?? standardSegment).values, ceilingOf(strapi));

  return {
    resolve,
    /** The policy of a customer, by his segment; of strangers that for all. */
    of,
    /** True where some customer may have the feature: work behind one that nobody has need not be done. */
    anywhere: (feature: FeatureName): boolean => [null, ...held().segments.keys()].some((segment) => of(segment === null ? null : { segment }).features[feature]),
  };
};

/** The policy that holds for somebody. */
export const effectivePolicy = (strapi: Strapi, account: Account): EffectivePolicy => getService(strapi, 'policies', policies).of(account);
