import fs from 'node:fs';
import path from 'node:path';
import { root } from '../environment.mjs';
import { giveUp, step } from '../progress.mjs';
import { CommandFailed, runCommand } from '../run-command.mjs';
import { fingerprintOf } from './fingerprint.mjs';
import { parts } from './parts.mjs';

const record = path.join(root, '.cache', 'built.json');
const readRecord = () => (fs.existsSync(record) ? JSON.parse(fs.readFileSync(record, 'utf8')) : {});

/** Written after each part, so that an interrupted build goes on where it stopped. */
const remember = (name, fingerprint) => {
  fs.mkdirSync(path.dirname(record), { recursive: true });
  fs.writeFileSync(record, `${JSON.stringify({ ...readRecord(), [name]: fingerprint }, null, 2)}\n`);
};

/** For whoever builds over what is there in another way: the next build makes these anew. */
export const forgetBuilt = (names = parts.map(({ name }) => name)) => {
  for (const name of names) remember(name, 'built over');
};

const build = async ({ label, command: [command, args], cwd, env }) => {
  try {
    await step(label, () => runCommand(command, args, { cwd, env }));
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    giveUp(`${error.output}\n${error.message} What it printed is above; mend it and start again.`);
  }
};

/** Builds those of the named parts (all, when none is named) whose files changed since they were last built. */
export const buildChanged = async (names = parts.map(({ name }) => name)) => {
  for (const part of parts.filter(({ name, partOf }) => names.includes(name) || names.includes(partOf))) {
    const fingerprint = fingerprintOf(part.from);
    if (readRecord()[part.name] === fingerprint && fs.existsSync(path.join(root, ...part.makes))) continue;
    await build(part);
    remember(part.name, fingerprint);
  }
};
