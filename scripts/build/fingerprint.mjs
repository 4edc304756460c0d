import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../environment.mjs';

const ignored = new Set(['node_modules', 'dist', '.astro', '.strapi', '.cache']);

const filesBelow = (place) => {
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return [place];
  return fs
    .readdirSync(place, { withFileTypes: true })
    .filter(({ name }) => !ignored.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(({ name }) => filesBelow(path.join(place, name)));
};

/**
 * One hash over names and contents of all files below `places` (relative to the project). By content,
 * because times of files say nothing after a checkout.
 */
export const fingerprintOf = (places) => {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => filesBelow(path.join(root, place)))) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};
