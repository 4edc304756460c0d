import type { PolicyOverrides } from '../../../../contracts/policy';
import type { SegmentChange, SegmentCreation, SegmentRule, SegmentSettings } from '../../../../contracts/settings';
import { circleIn } from '../../../../contracts/configured-segments';
import { segmentName } from '../../../../contracts/settings';
import { auditLog } from '../../audit/services/audit-log';
import type { Author, Change } from '../../audit/services/audit-log';
import { tellOfMembership } from '../../accounts/membership-event';
import { organisations } from '../../accounts/services/organisations';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { writeStatement } from '../../platform/statements';
import { fieldError, refuseFields } from '../../platform/validate';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import type { SegmentRow } from '../rows';
import { policies } from './policies';
import { policyMemory } from './policy-memory';
import type { HeldSegment } from './policy-memory';
import { segmentList } from './segment-list';
import { settings } from './settings';

type AfterCommit = (run: () => void) => void;

/** A name for a title: `VIP customers` → `vip-customers`. */
const nameFor = (title: string): string => title.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 40);
type Told = { title: string; inherits: string | null; rules: SegmentRule[]; overrides: PolicyOverrides };

/** What an admin, or code, does with segments. Every change is noted, and holds at once. */
export const segmentEditing = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<SegmentRow>(strapi, 'segment');
  const memory = () => getService(strapi, 'policy-memory', policyMemory);
  const note = (author: Author, change: Change) => getService(strapi, 'audit-log', auditLog).note(author, change);

  const titleOf = (name: string): string => memory().held().segments.get(name)?.title ?? name;

  /** A segment as the log tells it: by what things are called, since what is gone later has no other name. */
  const told = async ({ title, inherits, rules, overrides }: Told): Promise<object> => {
    const ids = rules.flatMap((rule) => (rule.kind === 'organisation' ? [rule.organisation] : []));
    const names = new Map(ids.length === 0 ? [] : (await getService(strapi, 'organisations', organisations).named(ids)).map(({ id, name }) => [id, name]));
    const rule = (each: SegmentRule): string => (each.kind === 'domain' ? `@${each.domain}` : (names.get(each.organisation) ?? `#${each.organisation}`));
    return { title, inherits: inherits && titleOf(inherits), rules: rules.map(rule), ...overrides };
  };

  const held = (name: string): HeldSegment => {
    const found = memory().held().segments.get(name);
    if (!found) throw notFound();
    return found;
  };

  /** A parent must be there, and no segment may inherit from itself, over however many others. */
  const checkInheritance = (name: string, inherits: string | null): void => {
    const all = [...memory().held().segments.values()].filter((each) => each.name !== name);
    if (inherits !== null && inherits !== name && !all.some((each) => each.name === inherits)) refuseFields([fieldError('inherits', 'not_allowed')]);
    const circle = circleIn([{ name, inherits }, ...all]);
    if (circle) refuseFields([{ path: 'inherits', rule: 'not_allowed', message: `Segments would inherit in a circle: ${circle.join(' → ')}. Let one of them inherit from none.` }]);
  };

  /** An organisation that is gone may stay in a rule that names it already: it fits nobody, and must not keep the rest from being saved. */
  const checkRules = async (rules: SegmentRule[], before: SegmentRule[] = []): Promise<void> => {
    const known = before.flatMap((rule) => (rule.kind === 'organisation' ? [rule.organisation] : []));
    const named = rules.flatMap((rule, index) => (rule.kind === 'organisation' && !known.includes(rule.organisation) ? [{ index, id: rule.organisation }] : []));
    const there = named.length > 0 ? (await getService(strapi, 'organisations', organisations).list()).map(({ id }) => id) : [];
    const faults = named.filter(({ id }) => !there.includes(id)).map(({ index }) => fieldError(`rules.${index}.organisation`, 'not_allowed'));
    if (faults.length > 0) refuseFields(faults);
  };

  const insert = async (change: SegmentCreation, author: Author, afterCommit: AfterCommit): Promise<string> => {
    const name = change.name ?? nameFor(change.title);
    if (!segmentName.safeParse(name).success || memory().held().segments.has(name)) refuseFields([fieldError(change.name === undefined ? 'title' : 'name', 'not_allowed')]);
    checkInheritance(name, change.inherits);
    await checkRules(change.rules);
    const position = Math.max(-1, ...[...memory().held().segments.values()].map((each) => each.position)) + 1;
    const row = { name, title: change.title, inherits: change.inherits, position, rules: change.rules, overrides: {} };
    await insertRow<SegmentRow>(strapi, 'segment', row);
    await note(author, { what: `segment ${name}`, action: 'created', after: await told(row) });
    if (change.rules.length > 0) await tellOfMembership(strapi, null, afterCommit);
    return name;
  };

  return {
    show: (name: string): Promise<SegmentSettings> => getService(strapi, 'segment-list', segmentList).show(held(name)),

    /** Answers its name. */
    create: (change: SegmentCreation, author: Author): Promise<string> => memory().change((afterCommit) => insert(change, author, afterCommit)),

    /** Only what is named changes. */
    update: (name: string, { title, inherits, rules, changes }: SegmentChange, author: Author): Promise<void> =>
      memory().change(async (afterCommit) => {
        const { own, ...before } = held(name);
        if (inherits !== undefined) checkInheritance(name, inherits);
        if (rules) await checkRules(rules, own.rules);
        const overrides = getService(strapi, 'settings', settings).changed(own.overrides, changes, getService(strapi, 'policies', policies).resolve(name, 'segment').values);
        const after = { title: title ?? before.title, inherits: inherits === undefined ? before.inherits : inherits, rules: rules ?? own.rules, overrides };
        await table.update({ where: { name }, data: after, select: ['id'] });
        if (JSON.stringify(after.rules) !== JSON.stringify(own.rules)) await tellOfMembership(strapi, null, afterCommit);
        await note(author, { what: `segment ${name}`, action: 'changed', before: await told({ ...before, ...own }), after: await told(after) });
      }),

    /** All names, the one whose rules are asked first at the front. */
    order: (names: string[], author: Author): Promise<void> =>
      memory().change(async (afterCommit) => {
        const before = [...memory().held().segments.keys()];
        if (names.toSorted().join() !== before.toSorted().join()) refuseFields([fieldError('names', 'not_allowed')]);
        for (const [position, name] of names.entries()) await table.updateMany({ where: { name }, data: { position } });
        if (names.join() === before.join()) return;
        await note(author, { what: 'segments', action: 'ordered', before: { order: before.map(titleOf) }, after: { order: names.map(titleOf) } });
        await tellOfMembership(strapi, null, afterCommit);
      }),

    /** Those whom it was chosen for fall to the rules, and so to the standard segment at last; answers how many. */
    remove: (name: string, author: Author): Promise<{ name: string; members: number }> =>
      memory().change(async (afterCommit) => {
        const before = held(name);
        if (before.file) throw new Refusal('segment_in_use', 'config/plugins.ts names this segment. Take it out there and start again; then it can be removed.');
        if ([...memory().held().segments.values()].some(({ inherits }) => inherits === name)) throw new Refusal('segment_in_use', 'Another segment inherits from this one. Let it inherit from another or from none, then remove this one.');
        const left = await writeStatement(strapi, 'update portal_customers set segment = ?, segment_by_rule = ? where segment = ? returning id', ['standard', true, name]);
        await table.deleteMany({ where: { name } });
        await tellOfMembership(strapi, null, afterCommit);
        await note(author, { what: `segment ${name}`, action: 'removed', before: await told({ ...before, ...before.own }) });
        return { name, members: left.length };
      }),
  };
};
