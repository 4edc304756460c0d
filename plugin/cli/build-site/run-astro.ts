import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ownSiteFolder } from '../../contracts/own-site';

const binaryOf = (astro: string): string => path.join(astro, (JSON.parse(readFileSync(path.join(astro, 'package.json'), 'utf8')) as { bin: { astro: string } }).bin.astro);

/** How a build ended; `output` names files as their owner knows them. */
export interface AstroBuild {
  isMade: boolean;
  output: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What Astro says, with the project's own files by their names there and the others as those of the package. */
export const inOwnersWords = (output: string, folder: string, owned: readonly string[]): string => {
  const place = new RegExp(`(?:file://)?(?:${escaped(folder)}|${escaped(folder.split(path.sep).join('/'))})[/\\\\]([\\w./\\\\[\\]-]+)`, 'g');
  const absolute = output.replace(place, (_whole, file: string) => {
    const inside = file.replaceAll('\\', '/');
    return owned.includes(inside) ? `${ownSiteFolder}/${inside}` : `${inside} (of the package)`;
  });
  // Some messages name files from the root of the pages.
  return owned.reduce((text, file) => text.replace(new RegExp(`(?<![\\w/.-])${escaped(file)}`, 'g'), `${ownSiteFolder}/${file}`), absolute);
};

/** Builds the pages in a folder for a path. What Astro prints is kept, and only of use where it fails. */
export const runAstro = (astro: string, folder: string, url: string, owned: readonly string[]): Promise<AstroBuild> => {
  const env = { ...process.env, HELPDESK_PORTAL_URL: url, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1' };
  const child = spawn(process.execPath, [binaryOf(astro), 'build'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ isMade: code === 0, output: inOwnersWords(stripVTControlCharacters(output), folder, owned) }));
  });
};
