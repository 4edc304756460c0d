import { randomUUID } from 'node:crypto';
import os from 'node:os';
import { after, days, minutes, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { jobs } from '../../platform/services/jobs';
import { putRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { JobReport } from '../../platform/services/jobs';
import type { Strapi } from '../../platform/domain';

export interface HeartbeatRow extends Row {
  node: string;
  host: string;
  startedAt: Date;
  beatAt: Date;
  jobs: JobReport[] | null;
}

/** How often a server says that it runs. */
export const beatMs = minutes(1);

/** Which servers run: each says so in the database, so that whoever looks from elsewhere knows. */
export const heartbeats = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<HeartbeatRow>(strapi, 'heartbeat');
  const [node, startedAt] = [randomUUID(), now()];

  return {
    /** Says that this one runs, and how its jobs fare; forgets those that ended long ago. */
    async beat(): Promise<void> {
      await putRow<HeartbeatRow>(strapi, 'heartbeat', { node }, { host: os.hostname(), startedAt, beatAt: now(), jobs: getService(strapi, 'jobs', jobs).report() });
      await table.deleteMany({ where: { updatedAt: { $lt: after(now(), -days(7)) } } });
    },

    /** Says that this one ends. */
    end: async (): Promise<void> => void (await table.deleteMany({ where: { node } })),

    /** Those that ran within the last three minutes, by their own clocks or by that of whoever asks. */
    recent: (): Promise<HeartbeatRow[]> => table.findMany({ where: { beatAt: { $gt: after(now(), -3 * beatMs) } }, orderBy: { id: 'asc' } }),
  };
};
