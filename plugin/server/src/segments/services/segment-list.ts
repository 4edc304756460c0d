import { standardSegment } from '../../../../contracts/policy';
import type { SegmentList, SegmentSettings, SegmentSummary } from '../../../../contracts/settings';
import { organisations } from '../../accounts/services/organisations';
import { membership } from '../../accounts/services/membership';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { ceilingOf } from '../file-policy';
import { shadowedRules } from '../membership-rules';
import { policyMemory } from './policy-memory';
import type { HeldSegment } from './policy-memory';
import { settings } from './settings';

interface Group {
  segment: string;
  segmentByRule: boolean | number | null;
  organisationId: number | null;
  domain: string;
  members: number | string;
}

/** Segments as the admin sees them: order, rules, how many belong to each. */
export const segmentList = ({ strapi }: { strapi: Strapi }) => {
  const held = () => getService(strapi, 'policy-memory', policyMemory).held().segments;

  /** How many belong to each segment, in one statement: all with the same choice, organisation and domain belong together. */
  const members = async (): Promise<Map<string, number>> => {
    const domain = strapi.db.dialect.client === 'sqlite' ? `substr(u.email, instr(u.email, '@') + 1)` : `split_part(u.email, '@', 2)`;
    const sql = `select c.segment, c.segment_by_rule as "segmentByRule", c.organisation_id as "organisationId", ${domain} as domain, count(*) as members from portal_customers c join up_users u on u.id = c.user_id group by 1, 2, 3, 4`;
    const { segmentOf } = getService(strapi, 'membership', membership);
    const counts = new Map<string, number>();
    for (const { domain: end, members: count, ...group } of await readRows<Group>(strapi, sql)) {
      const name = segmentOf({ ...group, email: `@${end}` });
      counts.set(name, (counts.get(name) ?? 0) + Number(count));
    }
    return counts;
  };

  const toSummary = ({ name, title, inherits, position, own, file }: HeldSegment, counts: Map<string, number>): SegmentSummary => ({
    name,
    title,
    inherits,
    position,
    rules: held().get(name)?.rules ?? [],
    shadowed: shadowedRules([...held().values()], name),
    members: counts.get(name) ?? 0,
    overrides: Object.keys(own.overrides).length,
    inConfig: file !== null,
  });

  /** Organisations that rules name; nothing is asked where none does. */
  const named = async (): Promise<SegmentList['organisations']> => {
    const ids = [...held().values()].flatMap(({ rules }) => rules.flatMap((rule) => (rule.kind === 'organisation' ? [rule.organisation] : [])));
    return ids.length === 0 ? [] : getService(strapi, 'organisations', organisations).named(ids);
  };

  return {
    async list(): Promise<SegmentList> {
      const counts = await members();
      return { segments: [...held().values()].map((each) => toSummary(each, counts)), organisations: await named(), standard: counts.get(standardSegment) ?? 0 };
    },

    async show(segment: HeldSegment): Promise<SegmentSettings> {
      const summary = toSummary(segment, await members());
      return { ...summary, rules: segment.own.rules, fileRules: segment.rules.slice(0, segment.rules.length - segment.own.rules.length), brand: ceilingOf(strapi).brand, lines: getService(strapi, 'settings', settings).lines(segment.name, segment.own.overrides) };
    },
  };
};
