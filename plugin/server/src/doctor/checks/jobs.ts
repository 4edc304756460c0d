import { minutes, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { heartbeats } from '../services/heartbeats';
import type { HeartbeatRow } from '../services/heartbeats';
import type { Check, Verdict } from '../verdict';
import { broken, counted, together, warning } from '../verdict';

const timeOf = (moment: string | Date): number => new Date(moment).getTime();

/** A job that runs longer than three times its pause, and ten minutes besides, does not run any more. */
const isLate = (row: HeartbeatRow, everyMs: number, ranAt: string | null): boolean => now().getTime() - timeOf(ranAt ?? row.startedAt) > everyMs * 3 + minutes(10);

const faultsOf = (row: HeartbeatRow): Verdict[] =>
  (row.jobs ?? []).flatMap(({ name, everyMs, ranAt, failure }) => {
    if (failure !== null) return [warning(`The job "${name}" failed on ${row.host}: ${failure}.`, 'The log of that server has the whole story; the job is tried again by itself.')];
    return isLate(row, everyMs, ranAt) ? [broken(`The job "${name}" on ${row.host} does not come to an end.`, 'Start that server anew, and look into its log for what it waits for.')] : [];
  });

/** Whether a server runs, and its jobs come to an end. */
export const working: Check = async (strapi) => {
  const nodes = await getService(strapi, 'heartbeats', heartbeats).recent();
  const nobody = nodes.length === 0 ? warning('No server has said within three minutes that it runs: no mail goes out, and nobody is told of anything.', 'Start it ("npm run start"; in a clone of the source "npm run serve"). If one runs, it uses another database than this command, or its jobs hang.') : null;
  return together([nobody, ...nodes.flatMap(faultsOf)], `${counted(nodes.length, 'server')} ${nodes.length === 1 ? 'runs' : 'run'}, and all jobs come to an end.`);
};
