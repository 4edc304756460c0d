import { now } from '../clock';
import { saidBy } from '../said-by';
import type { Strapi } from '../domain';

type Job = { name: string; everyMs: number; run: () => Promise<unknown> };

/** How a job fares in this process; `failure` is what its last run ended with, null where it ended well. */
export interface JobReport {
  name: string;
  everyMs: number;
  ranAt: string | null;
  failure: string | null;
}

/**
 * Work that repeats in this process. Jobs must be harmless when several nodes run them at once (they claim
 * rows, or delete what is expired): there is no leader. A run never overlaps itself; errors are logged.
 */
export const jobs = ({ strapi }: { strapi: Strapi }) => {
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<unknown>>();
  const reports = new Map<string, JobReport>();
  // Set by commands that load Strapi only to look around (plugin/cli/open-strapi.ts): they send no mail and tidy nothing.
  const rests = (): boolean => strapi.config.get<boolean>('portal.resting', false);

  const run = async ({ name, everyMs, run: work }: Job): Promise<void> => {
    let failure: string | null = null;
    await work().catch((error) => {
      failure = saidBy(error);
      strapi.log.error(`Job "${name}" failed: ${failure}`);
    });
    reports.set(name, { name, everyMs, ranAt: now().toISOString(), failure });
  };

  const start = (job: Job): void => {
    if (rests()) return;
    reports.set(job.name, { name: job.name, everyMs: job.everyMs, ranAt: null, failure: null });
    let busy = false;
    const tick = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      const turn = run(job);
      running.add(turn);
      await turn;
      running.delete(turn);
      busy = false;
    };
    const timer = setInterval(() => void tick(), job.everyMs);
    timer.unref();
    timers.push(timer);
  };

  return {
    start,

    /** Begins something in the background of the start, for which nobody waits; a job is for what failed. */
    begin(work: () => Promise<unknown>): void {
      if (!rests()) void work().catch((error) => strapi.log.error(error));
    },

    /** True in a process that only looks around. */
    rests,
    /** How all jobs of this process fare. */
    report: (): JobReport[] => [...reports.values()],

    /** Stops all timers and waits for what runs, so that no job meets a closed database. */
    async stop(): Promise<void> {
      timers.splice(0).forEach(clearInterval);
      await Promise.all(running);
    },
  };
};
