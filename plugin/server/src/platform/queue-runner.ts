import { inPresent } from './clock';
import { oneAtATime } from './one-at-a-time';
import type { Strapi } from './domain';

/** What a queue is made of: how due rows are taken, a few at a time, and what is done with one. `send` settles its row whatever happens. */
export interface Queue<Claimed> {
  claim: () => Promise<Claimed[]>;
  send: (claimed: Claimed) => Promise<void>;
}

/** Works a queue off, once at a time in this process; rows that are claimed are nobody else's for their lease. */
export const queueRunner = <Claimed>(strapi: Strapi, { claim, send }: Queue<Claimed>) => {
  let stopped = false;
  const sending = oneAtATime(async () => {
    while (!stopped) {
      const claimed = await claim();
      if (claimed.length === 0) return;
      await Promise.all(claimed.map(send));
    }
  });
  return {
    /** Sends all that is due and resolves when it has; what fails waits with growing pauses. */
    sendDue: sending.run,
    sendSoon: (): void => void inPresent(sending.run).catch((error) => strapi.log.error(error)),
    /** Begins nothing further and resolves once what is under way is settled. */
    async stop(): Promise<void> {
      stopped = true;
      await sending.idle();
    },
  };
};
