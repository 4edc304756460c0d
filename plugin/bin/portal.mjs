#!/usr/bin/env node
// Plain words that any Node from 18 on can read, so that one that is too old is told so instead of a fault of syntax.
import { existsSync } from 'node:fs';

const [major, minor] = process.versions.node.split('.').map(Number);
const isNewEnough = major > 22 || (major === 22 && minor >= 12);
const built = new URL('../dist/cli/main.js', import.meta.url);

/** Ends with a sentence made for reading. */
const giveUp = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
};

if (!isNewEnough) {
  giveUp(`The customer portal needs Node 22.12 or newer; this is Node ${process.versions.node}. Install a newer one from https://nodejs.org and run the same command again.`);
} else if (!existsSync(built)) {
  giveUp('The command line is not built. In a clone of the source, run "npm run build" first.');
} else {
  const { main } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2));
}
