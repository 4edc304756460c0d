import { inPresent } from './clock';
import { oneAtATime } from './one-at-a-time';
import type { Strapi } from './domain';

/** What a queue is made of: how due rows are taken, a few at a time, and what is done with one. */
export interface Queue<Claimed> {
  claim: () => Promise<Claimed[]>;
  /** Settles its row whatever happens. What takes minutes asks between its steps whether the process wants to end. */
  work: (claimed: Claimed, isStopping: () => boolean) => Promise<void>;
}

/** Works a queue off, once at a time in this process; rows that are claimed are nobody else's for their lease. */
export const queueRunner = <Claimed>(strapi: Strapi, { claim, work }: Queue<Claimed>) => {
  let stopped = false;
  const running = oneAtATime(async () => {
    while (!stopped) {
      const claimed = await claim();
      if (claimed.length === 0) return;
      await Promise.all(claimed.map((each) => work(each, () => stopped)));
    }
  });
  return {
    /** Does all that is due and resolves when it has; what fails waits with growing pauses. */
    runDue: running.run,
    /** Begins; nobody who has other work waits for it. */
    runSoon: (): void => void inPresent(running.run).catch((error) => strapi.log.error(error)),
    /** Begins nothing further and resolves once what is under way is settled. */
    async stop(): Promise<void> {
      stopped = true;
      await running.idle();
    },
  };
};
