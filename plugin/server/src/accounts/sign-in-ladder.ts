import { days, seconds } from '../platform/clock';

/** How many attempts are free within a day, and how the pauses after them grow. */
export interface Ladder {
  name: string;
  windowMs: number;
  free: number;
  firstMs: number;
  longestMs: number;
}
/** `authentication.lockout` of the configuration. */
export interface LockoutFigures {
  freeTries: number;
  firstDelaySeconds: number;
  longestDelaySeconds: number;
}

/** Milliseconds that nobody may try again after so many attempts: none at first, then twice as long each time. */
export const pauseAfter = (tries: number, { free, firstMs, longestMs }: Pick<Ladder, 'free' | 'firstMs' | 'longestMs'>): number => (tries < free ? 0 : Math.min(longestMs, firstMs * 2 ** Math.min(40, tries - free)));

/**
 * The ladders of an attempt. Of a browser that is known for the account there is one of its own, so that nobody else
 * can use it up (OWASP's device cookies). All others climb three: of this account from this network; of the network,
 * wide enough for an office; of the account from anywhere, whose pauses stay so short that its owner gets in between.
 */
export const laddersOf = ({ freeTries, firstDelaySeconds, longestDelaySeconds }: LockoutFigures): Record<'browser' | 'pair' | 'network' | 'account', Ladder> => {
  const [firstMs, longestMs, windowMs] = [seconds(firstDelaySeconds), seconds(longestDelaySeconds), days(1)];
  return {
    browser: { name: 'tries-of-browser', windowMs, free: freeTries * 2, firstMs, longestMs },
    pair: { name: 'tries-of-pair', windowMs, free: freeTries, firstMs, longestMs },
    network: { name: 'tries-of-network', windowMs, free: freeTries * 10, firstMs: firstMs / 3, longestMs: longestMs / 4 },
    account: { name: 'tries-of-account', windowMs, free: freeTries * 4, firstMs: firstMs / 30, longestMs: longestMs / 60 },
  };
};
