import type { Command, Option } from './command';

const columns = (rows: [string, string][]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n');
};

const written = (name: string, { short, type, value }: Option): string => `${short ? `-${short}, ` : ''}--${name}${type === 'string' ? ` <${value ?? 'value'}>` : ''}`;

/** What `portal` and `portal --help` print. */
export const helpForAll = (commands: readonly Command[]): string =>
  ['Usage: portal <command> [options]', '', 'Run it in the folder of your Strapi project.', '', columns(commands.map(({ name, summary }) => [name, summary])), '', '"portal <command> --help" says more about one, "portal --version" which version this is.'].join('\n');

/** What `portal <command> --help` prints. */
export const helpForOne = ({ name, summary, positionals, details, options }: Command): string => {
  const rows = Object.entries(options).map(([option, described]): [string, string] => [written(option, described), described.summary]);
  return [`Usage: portal ${[name, positionals, '[options]'].filter(Boolean).join(' ')}`, '', summary, '', columns([...rows, ['-h, --help', 'this text']]), ...(details ? ['', details] : [])].join('\n');
};
