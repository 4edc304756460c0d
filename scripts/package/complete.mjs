import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Run by npm around `npm pack` and `npm publish` of the plugin (package.json, prepack and postpack): puts what the
 * package holds and other folders own beside it, or with `--clear` takes that away again. The built site comes
 * along in the plugin's package, so that installing one package is enough (decision 050), and so do its sources,
 * of which projects own what they change (decision 059).
 */
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const plugin = path.join(root, 'plugin');
/** The documents for whoever runs it or builds on it; the command's messages name some. */
const documents = fs.readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md') && name !== 'promises.md');
const guests = [
  ...documents.map((name) => [`docs/${name}`, `docs/${name}`]),
  ['site/dist', 'dist/site'],
  ...['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json'].map((part) => [`site/${part}`, `dist/site-source/${part}`]),
  ['LICENSE', 'LICENSE'],
  ['CHANGELOG.md', 'CHANGELOG.md'],
];
// Code comes first: what stands in it is no link.
const links = /```[\s\S]*?```|`[^`\n]*`|(!?)\[([^\]]+)\]\((?!\w+:|#)([^)#\s]+)[^)]*\)/g;
/** A document for readers who have the package and no clone: what is not in it stays as words, without a link or a picture. */
const withoutLostLinks = (text) =>
  text.replace(links, (link, picture, words, place) => {
    if (place === undefined || documents.includes(path.posix.normalize(place))) return link;
    return picture ? '' : words;
  });
const built = ['dist/server/index.js', 'dist/admin/index.js', 'dist/worker/index.js', 'dist/cli/main.js'].map((file) => path.join(plugin, file));

for (const [, to] of guests) fs.rmSync(path.join(plugin, to), { recursive: true, force: true });
if (!process.argv.includes('--clear')) {
  const missing = [...built, path.join(root, 'site/dist/server/entry.mjs')].filter((file) => !fs.existsSync(file));
  if (missing.length > 0) {
    console.error(`Not built: ${missing.join(', ')}. Run "npm run package" in the root: it builds what is missing and packs.`);
    process.exit(1);
  }
  for (const [from, to] of guests) fs.cpSync(path.join(root, from), path.join(plugin, to), { recursive: true });
  for (const file of documents.map((name) => path.join(plugin, 'docs', name))) fs.writeFileSync(file, withoutLostLinks(fs.readFileSync(file, 'utf8')));
}
