import { buildChanged } from '../build/build-changed.mjs';

/**
 * Builds what the suites need, in their order, while those run that do not mind. Answers for each suite what it
 * waits for: its own parts, or the end of all building, since a build writes files again that others read.
 */
export const buildAlongside = (suites) => {
  let last = Promise.resolve();
  const own = suites.map(({ needs }) => (last = last.then(() => buildChanged(needs))));
  return new Map(suites.map((suite, index) => [suite, suite.besideBuilds ? own[index] : last]));
};
