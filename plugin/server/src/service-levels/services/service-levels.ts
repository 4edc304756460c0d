import type { BusinessHours, ServiceLevels } from '../../../../contracts/service-levels';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { openHours } from '../business-hours';
import type { Levels } from '../promises';
import { toTarget } from '../rows';
import type { ServiceLevelRow, SlaTargetRow } from '../rows';

interface Held {
  version: number;
  levels: Levels;
}

/** Until an admin says otherwise. */
export const standardHours: BusinessHours = { timeZone: 'UTC', openings: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '17:00' })), holidays: [] };
const standardWarning = 80;
const versionSql = `select version from portal_service_levels where name = 'desk'`;

/**
 * Business hours and targets, in memory. A job follows the version once a second (`index.ts`), so that nobody who
 * sends or reads a ticket asks for it. Nobody waits for another's reading: his transaction may hold the only connection.
 */
export const serviceLevels = ({ strapi }: { strapi: Strapi }) => {
  let held: Held | null = null;

  const desk = () => rows<ServiceLevelRow>(strapi, 'service-level').findOne({ where: { name: 'desk' } });
  const targets = async (): Promise<ServiceLevels['targets']> => (await rows<SlaTargetRow>(strapi, 'sla-target').findMany({ orderBy: { id: 'asc' }, limit: 1000 })).map(toTarget);
  const version = async (): Promise<number> => (await readRows<{ version: number }>(strapi, versionSql))[0]?.version ?? 0;

  const load = async (): Promise<Held> => {
    // Asked for first: what is changed while the rest is read has a later version, and is looked for again.
    const known = await version();
    const row = await desk();
    const hours = openHours(row?.businessHours ?? standardHours);
    return { version: known, levels: { hours, warnAtPercent: row?.warnAtPercent ?? standardWarning, targets: await targets() } };
  };

  return {
    /** What promises are counted by now; also within a transaction. */
    async current(): Promise<Levels> {
      held ??= await load();
      return held.levels;
    },
    /** Looks whether anything changed, be it in another process. */
    async follow(): Promise<void> {
      if (!held || (await version()) !== held.version) held = await load();
    },
    /** This process changed something. */
    forget(): void {
      held = null;
    },
    businessHours: async (): Promise<BusinessHours> => (await desk())?.businessHours ?? standardHours,
    async targets(): Promise<ServiceLevels> {
      return { warnAtPercent: (await desk())?.warnAtPercent ?? standardWarning, targets: await targets() };
    },
  };
};
