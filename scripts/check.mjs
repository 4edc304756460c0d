import { elapsed, giveUp } from './progress.mjs';
import { prepare } from './setup/project-node.mjs';

/** `npm run check`: what can be said without running the product. `--only name` runs one step. */
await prepare(import.meta.url);
const { buildChanged } = await import('./build/build-changed.mjs');
const { CommandFailed, runCommand } = await import('./run-command.mjs');
const { steps } = await import('./check/steps.mjs');

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;
const chosen = steps.filter(({ name }) => only === null || name === only);
if (chosen.length === 0) giveUp(`There is no step "${only ?? ''}". There are: ${steps.map(({ name }) => name).join(', ')}.`);
await buildChanged([...new Set(chosen.flatMap(({ needs = [] }) => needs))]);

/** Runs one step and says how it ended; what a failed command printed is shown, nothing else. */
const outcomeOf = async ({ command: [command, args], cwd, skip }) => {
  const reason = skip?.();
  if (reason) return `skipped: ${reason}`;
  try {
    await runCommand(command, args, { cwd });
    return 'ok';
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.log(`${error.output}\n${error.message}`);
    return 'failed';
  }
};

const rows = [];
for (const [index, check] of chosen.entries()) {
  const from = Date.now();
  console.log(`[${index + 1}/${chosen.length}] ${check.name} …`);
  rows.push([check.name, await outcomeOf(check), elapsed(from)]);
}
const width = Math.max(...rows.map(([name]) => name.length)) + 2;
console.log(`\n${rows.map(([name, outcome, time]) => `${name.padEnd(width)}${time.padStart(8)}  ${outcome}`).join('\n')}`);
process.exitCode = rows.some(([, outcome]) => outcome === 'failed') ? 1 : 0;
