import { parseArgs } from 'node:util';
import { CannotGoOn, type Command, type CommandContext } from './command';
import { didYouMean } from './did-you-mean';

type Words = Pick<CommandContext, 'options' | 'positionals'>;

const unknownOption = (words: string[], { name, options }: Command): void => {
  const known = [...Object.keys(options), 'help'];
  const shorts = [...Object.values(options).map(({ short }) => short), 'h'];
  const { tokens } = parseArgs({ args: words, options, strict: false, allowPositionals: true, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option' || known.includes(token.name) || shorts.includes(token.name)) continue;
    throw new CannotGoOn(`"portal ${name}" has no option ${token.rawName}.${didYouMean(token.name, known)} "portal ${name} --help" names all.`);
  }
};

/** Takes the words behind a command's name apart by what the command knows. */
export const parseWords = (words: string[], command: Command): Words => {
  unknownOption(words, command);
  try {
    const { values, positionals } = parseArgs({ args: words, options: { ...command.options, help: { type: 'boolean', short: 'h' } }, allowPositionals: command.positionals !== undefined });
    return { options: values as Words['options'], positionals };
  } catch (error) {
    throw new CannotGoOn(`${(error as Error).message.split('. ')[0]}. "portal ${command.name} --help" says what it takes.`);
  }
};
