import type { FileSegment } from '../../../../contracts/configured-segments';
import type { PolicyOverrides } from '../../../../contracts/policy';
import type { SegmentRule } from '../../../../contracts/settings';
import { inTransaction } from '../../platform/rows';
import { readRows, storedJson } from '../../platform/statements';
import { newToken } from '../../platform/tokens';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { fileSegments } from '../file-policy';
import { knownOverrides } from '../resolve-policy';
import type { SegmentRow, SettingRow } from '../rows';

/** A segment as it is held: its rules, and what the file and the admin set for it. */
export interface HeldSegment {
  name: string;
  title: string;
  inherits: string | null;
  position: number;
  /** Those of the file first. */
  rules: SegmentRule[];
  own: { rules: SegmentRule[]; overrides: PolicyOverrides };
  file: FileSegment | null;
}
/** What is set, by whom; segments in the order in which their rules are asked. */
export interface HeldPolicy {
  version: string;
  settings: PolicyOverrides;
  segments: ReadonlyMap<string, HeldSegment>;
}

const nothing: HeldPolicy = { version: '', settings: {}, segments: new Map() };
const versionName = 'version';
const settingsName = 'policy';
type StoredSegment = Pick<SegmentRow, 'name' | 'title' | 'inherits' | 'position' | 'rules' | 'overrides'>;

const toHeld = ({ name, title, inherits, position, rules, overrides }: StoredSegment, file: FileSegment | null): HeldSegment => {
  const own = storedJson<SegmentRule[]>(rules ?? []);
  const ofFile = (file?.domains ?? []).map((domain) => ({ kind: 'domain' as const, domain }));
  return { name, title, inherits, position: Number(position), rules: [...ofFile, ...own], own: { rules: own, overrides: knownOverrides(storedJson<unknown>(overrides ?? {})) }, file };
};

/** What admins set, in the memory of each process: at once after a change here, within a second after one elsewhere. Asking costs no query. */
export const policyMemory = ({ strapi }: { strapi: Strapi }) => {
  let held = nothing;

  const versionNow = async (): Promise<string> => {
    const [found] = await readRows<{ value: unknown }>(strapi, 'select value from portal_settings where name = ?', [versionName]);
    return found ? String(found.value) : '';
  };

  const load = async (): Promise<void> => {
    // Before the rest: what changes meanwhile is read again at the next look.
    const version = await versionNow();
    const [settings] = await readRows<{ value: unknown }>(strapi, 'select value from portal_settings where name = ?', [settingsName]);
    const found = await readRows<StoredSegment>(strapi, 'select name, title, inherits, position, rules, overrides from portal_segments order by position, id');
    const files = new Map(fileSegments(strapi).map((each) => [each.name, each]));
    const segments = found.map((row) => toHeld(row, files.get(row.name) ?? null));
    held = { version, settings: knownOverrides(storedJson<unknown>(settings?.value ?? {})), segments: new Map(segments.map((each) => [each.name, each])) };
  };

  return {
    load,
    held: (): HeldPolicy => held,

    /** Looks whether another process changed something; one statement. */
    async follow(): Promise<void> {
      if ((await versionNow()) !== held.version) await load();
    },

    /** Makes a change and lets every process know of it; afterwards this one knows it already. */
    async change<Result>(work: (afterCommit: (run: () => void) => void) => Promise<Result>): Promise<Result> {
      const result = await inTransaction(strapi, async (afterCommit) => {
        // First: whoever else changes something waits here, and then begins with what is written by then.
        await putRow<SettingRow>(strapi, 'setting', { name: versionName }, { value: newToken().slice(0, 16) });
        await load();
        return work(afterCommit);
      });
      await load();
      return result;
    },

    /** Writes the overrides for all; only inside of `change`. */
    putSettings: (overrides: PolicyOverrides): Promise<void> => putRow<SettingRow>(strapi, 'setting', { name: settingsName }, { value: overrides }),
  };
};
