import type { Strapi } from '../domain';

type Job = { name: string; everyMs: number; run: () => Promise<unknown> };

/**
 * Work that repeats in this process. Jobs must be harmless when several nodes run them at once (they claim
 * rows, or delete what is expired): there is no leader. A run never overlaps itself; errors are logged.
 */
export const jobs = ({ strapi }: { strapi: Strapi }) => {
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<unknown>>();

  const start = ({ name, everyMs, run }: Job): void => {
    let busy = false;
    const tick = async (): Promise<void> => {
      if (busy) return;
      busy = true;
      const turn = run().catch((error) => strapi.log.error(`Job "${name}" failed: ${error instanceof Error ? error.message : String(error)}`));
      running.add(turn);
      await turn;
      running.delete(turn);
      busy = false;
    };
    const timer = setInterval(() => void tick(), everyMs);
    timer.unref();
    timers.push(timer);
  };

  return {
    start,
    /** Stops all timers and waits for what runs, so that no job meets a closed database. */
    async stop(): Promise<void> {
      timers.splice(0).forEach(clearInterval);
      await Promise.all(running);
    },
  };
};
