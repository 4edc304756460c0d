import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CannotGoOn, type Terminal } from './command';
import { parseWords } from './command-words';
import { commands } from './commands';
import { didYouMean } from './did-you-mean';
import { helpForAll, helpForOne } from './help';
import { processTerminal } from './terminal';

const version = (): string => (JSON.parse(readFileSync(path.join(__dirname, '..', '..', 'package.json'), 'utf8')) as { version: string }).version;

const runCommand = async (name: string, words: string[], terminal: Terminal): Promise<number> => {
  const command = commands.find((each) => each.name === name);
  if (!command) throw new CannotGoOn(`There is no command "${name}".${didYouMean(name, commands.map((each) => each.name))} "portal --help" names all.`);
  const { options, positionals } = parseWords(words, command);
  if (options.help) {
    terminal.say(helpForOne(command));
    return 0;
  }
  return command.run({ ...terminal, project: process.cwd(), environment: process.env, options, positionals });
};

/**
 * The command line: `words` are what stands behind `portal`. Answers the exit code: 0 when all is well,
 * 1 when something is not, 2 when the call itself was wrong or the command could not do its work.
 */
export const main = async (words: string[], terminal: Terminal = processTerminal()): Promise<number> => {
  const [name, ...rest] = words;
  if (name === '--version' || name === '-v') {
    terminal.say(version());
    return 0;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.say(helpForAll(commands));
    return 0;
  }
  try {
    return await runCommand(name, rest, terminal);
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    terminal.warn(error.message);
    return 2;
  }
};
