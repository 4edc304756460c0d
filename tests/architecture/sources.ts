import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export const root = path.resolve(__dirname, '..', '..');
const folders = ['config', 'database', 'docs', 'plugin', 'scripts', 'site', 'src', 'tests'];
const generated = new Set(['node_modules', 'dist', '.astro', '.cache', '.strapi', 'coverage']);

const below = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (generated.has(entry.name)) return [];
    const inside = `${folder}/${entry.name}`;
    return entry.isDirectory() ? below(inside) : [inside];
  });

/** Every file that somebody wrote, with its path from the root. */
export const files = folders.flatMap(below);
/** The ones that hold code. */
export const sources = files.filter((file) => /\.(ts|tsx|mjs|cjs|astro)$/.test(file));
export const under = (...starts: string[]): string[] => sources.filter((file) => starts.some((start) => file.startsWith(start)));

export const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
export const linesOf = (file: string): number => read(file).split('\n').length - 1;

/** The TypeScript of a file; of a page its frontmatter and scripts, at the lines where they stand. */
export const codeOf = (file: string): string => {
  const text = read(file);
  if (!file.endsWith('.astro')) return text;
  const parts = [...text.matchAll(/(?<=^---\n)[\s\S]*?(?=\n---)|(?<=<script>)[\s\S]*?(?=<\/script>)/g)];
  let code = '';
  for (const part of parts) code += text.slice(code.length, part.index).replace(/[^\n]/g, ' ') + part[0];
  return code;
};

const kindOf = (file: string): ts.ScriptKind => (file.endsWith('.tsx') ? ts.ScriptKind.TSX : /\.[mc]js$/.test(file) ? ts.ScriptKind.JS : ts.ScriptKind.TS);
export const parse = (file: string): ts.SourceFile => ts.createSourceFile(file, codeOf(file), ts.ScriptTarget.Latest, true, kindOf(file));

const known = new Map<string, ts.Node[]>();
/** Every node of a file, each after its parent. Kept, since several tests walk over all files. */
export const nodesOf = (file: string): ts.Node[] => {
  const found: ts.Node[] = known.get(file) ?? [];
  if (known.has(file)) return found;
  known.set(file, found);
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
};

/** `file:line`, to click on. */
export const placeOf = (node: ts.Node): string => {
  const source = node.getSourceFile();
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};
