import { elapsed, giveUp } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/**
 * `npm test`: builds what changed and runs all suites; `npm test -- rules server` only those. What follows
 * a second `--` goes to Jest. The last line of the output is the sum.
 */
await prepare(import.meta.url);
const { buildAlongside } = await import('./test/build-alongside.mjs');
const { isWritten, suites } = await import('./test/suites.mjs');
const { runSuite } = await import('./test/run-suite.mjs');

const words = process.argv.slice(2);
const border = words.findIndex((word) => word.startsWith('-'));
const names = border < 0 ? words : words.slice(0, border);
const extra = (border < 0 ? [] : words.slice(border)).filter((word) => word !== '--');
const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) giveUp(`There is no suite "${unknown.join('", "')}". There are: ${suites.map(({ name }) => name).join(', ')}.`);

const began = Date.now();
const chosen = suites.filter(({ name }) => names.length === 0 || names.includes(name));
const toRun = chosen.filter(isWritten);
const built = buildAlongside(toRun);

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const [index, suite] of toRun.entries()) {
  await built.get(suite);
  const from = Date.now();
  console.log(`\n=== [${index + 1}/${toRun.length}] ${suite.name} ===`);
  const counts = await runSuite(suite, extra);
  for (const key of Object.keys(sum)) sum[key] += counts[key];
  console.log(`=== ${suite.name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${elapsed(from)} ===`);
}
for (const { name } of chosen.filter((suite) => !isWritten(suite))) console.log(`\n${name}: not written yet (no tests/ folder)`);

console.log(`\nAll suites took ${elapsed(began)}.`);
if (toRun.length === 0) sum.failed += 1;
process.exitCode = sum.failed > 0 ? 1 : 0;
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
