import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');
const dist = path.join(root, 'site', 'dist');

/** A copy of the built pages that speaks `pseudo-words.mjs` instead of English. Nothing of it is in what is delivered. */
export const pseudoSite = (): { directory: string; remove(): void } => {
  // Below the project, so that its modules find their packages.
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  const directory = mkdtempSync(path.join(root, '.cache', 'pseudo-site-'));
  cpSync(path.join(dist, 'server'), path.join(directory, 'server'), { recursive: true });
  symlinkSync(path.join(dist, 'client'), path.join(directory, 'client'));
  const chunks = path.join(directory, 'server', 'chunks');
  const words = readdirSync(chunks).map((name) => path.join(chunks, name)).filter((file) => readFileSync(file, 'utf8').includes('var dictionaries = {'));
  if (words.length !== 1) throw new Error(`The words of the built pages are in ${words.length} files instead of one; look at how site/src/i18n/index.ts is built.`);
  cpSync(path.join(__dirname, 'pseudo-words.mjs'), path.join(chunks, 'pseudo-words.mjs'));
  writeFileSync(words[0]!, `import { respell } from './pseudo-words.mjs';\n${readFileSync(words[0]!, 'utf8')}\nrespell(en);\n`);
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
};
