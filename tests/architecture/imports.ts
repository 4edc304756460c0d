import path from 'node:path';
import ts from 'typescript';
import { codeOf } from './sources';

/** One import: where it stands, what it names, and the file of ours that it means (without ending), if any. */
export interface Import {
  file: string;
  name: string;
  target: string | null;
}

const shortNames: [string, string][] = [
  ['@contracts/', 'plugin/contracts/'],
  ...['components', 'features', 'i18n', 'layouts', 'portal-api'].map((folder): [string, string] => [`@${folder}/`, `site/src/${folder}/`]),
];

const targetOf = (file: string, name: string): string | null => {
  const short = shortNames.find(([start]) => name.startsWith(start));
  if (short) return short[1] + name.slice(short[0].length);
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : null;
};

/** All imports of a file: also of types, re-exports, `import()` and `require()`. */
export const importsOf = (file: string): Import[] =>
  ts.preProcessFile(codeOf(file), true, true).importedFiles.map(({ fileName: name }) => ({ file, name, target: targetOf(file, name) }));

/** `file → import`, for what a test prints. */
export const told = ({ file, name }: Import): string => `${file} → ${name}`;
