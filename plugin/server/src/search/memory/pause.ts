import { setImmediate } from 'node:timers/promises';

const slice = 5;

/**
 * Lets long work be done beside requests: call the answered function often, it waits for others' turn
 * whenever 5 ms have passed. Throws once `stopped` says that nobody wants the work any more.
 */
export const pauser = (stopped: () => boolean): (() => Promise<void>) => {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < slice) return;
    await setImmediate();
    if (stopped()) throw new Error('The search was stopped.');
    began = performance.now();
  };
};
