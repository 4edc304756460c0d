import { getService } from '../../platform/get-service';
import { migrations } from '../../platform/services/migrations';
import type { Check } from '../verdict';
import { broken, counted, together, warning } from '../verdict';

const named = (reports: { name: string }[]): string => reports.map(({ name }) => name).join(', ');

/** Whether tables and rows are what this version expects. */
export const migrated: Check = async (strapi) => {
  const all = await getService(strapi, 'migrations', migrations).list();
  const left = all.filter(({ state }) => state !== 'done');
  const [failed, newer] = [left.filter(({ state }) => state === 'failed'), left.filter(({ state }) => state === 'unknown')];
  const waiting = left.filter(({ state }) => state === 'waiting' || state === 'begun');
  const [quick, long] = [waiting.filter(({ isLong }) => !isLong), waiting.filter(({ isLong }) => isLong)];
  const faults = [
    ...failed.map(({ name, error }) => broken(`The migration ${name} failed: ${error ?? 'nobody knows why'}.`, 'Mend what it says, then run "portal migrate": it goes on there.')),
    quick.length > 0 && broken(`${counted(quick.length, 'migration')} did not run yet: ${named(quick)}.`, 'Run "portal migrate", or start the server, which runs it.'),
    long.length > 0 && warning(`${counted(long.length, 'long migration')} ${long.length === 1 ? 'waits' : 'wait'}: ${named(long)}.`, 'Run "portal migrate" beside the server: nobody has to wait for it.'),
    newer.length > 0 && warning(`A newer version of the portal has changed this database: ${named(newer)}.`, 'Run that version here as well. The one before it still works on the changed tables, older ones may not.'),
  ];
  return together(faults, `${counted(all.length, 'migration')} ran.`);
};
