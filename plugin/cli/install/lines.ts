import { randomBytes } from 'node:crypto';
import { ignoredFolder, variables, type Variable } from './portal-settings';

const heading = '# Customer portal';
const splitLines = (text: string): string[] => text.split(/\r?\n/);
const names = (text: string): Set<string> => new Set(splitLines(text).flatMap((line) => /^\s*(?:export\s+)?(\w+)\s*=/.exec(line)?.[1] ?? []));

const append = (text: string, lines: string[]): string => {
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const apart = text === '' ? '' : text.endsWith('\n') ? newLine : newLine.repeat(2);
  return `${text}${apart}${lines.join(newLine)}${newLine}`;
};

const lineOf = ({ name, value, secret }: Variable, isExample: boolean): string => `${name}=${secret ? (isExample ? 'tobemodified' : randomBytes(32).toString('base64url')) : value}`;

/** The text of .env with the variables that it does not name yet; of .env.example with words in place of secrets. */
export const withVariables = (text: string, { isExample = false } = {}): string => {
  const known = names(text);
  const missing = variables.filter(({ name }) => !known.has(name));
  return missing.length === 0 ? text : append(text, [...(splitLines(text).includes(heading) ? [] : [heading]), ...missing.map((variable) => lineOf(variable, isExample))]);
};

/** Takes out what `withVariables` put in and nobody changed; a secret stays, since data is sealed with it. */
export const withoutVariables = (text: string, { isExample = false } = {}): string => {
  const ours = variables.filter(({ secret }) => !secret || isExample).map((variable) => lineOf(variable, isExample));
  const kept = text.split('\n').filter((line) => !ours.includes(line.replace(/\r$/, '')));
  const isLast = (line: string, index: number): boolean => line.replace(/\r$/, '') === heading && kept.slice(index + 1).every((each) => !/^\w+=/.test(each));
  const at = kept.findIndex(isLast);
  if (at < 0) return kept.join('\n');
  // The empty line above was put in with it.
  const from = kept[at - 1]?.trim() === '' ? at - 1 : at;
  return [...kept.slice(0, from), ...kept.slice(at + 1)].join('\n');
};

/** The text of .gitignore with the folder of customers' files. */
export const withIgnoredFolder = (text: string): string => (splitLines(text).some((line) => line.trim().replace(/^\//, '') === ignoredFolder) ? text : append(text, [heading, ignoredFolder]));
