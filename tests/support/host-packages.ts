import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, readdirSync, symlinkSync, readlinkSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '..', '..');
const own = 'strapi-plugin-customer-portal';

interface Locked {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}
type Packages = Record<string, Locked>;

/** Where Node finds a package that `from` asks for: in its own node_modules, else in those above. */
const placeOf = (packages: Packages, from: string, name: string): string | null => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[place]) return place;
    if (folder === '') return null;
  }
};

const namesOf = ({ dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }: Locked): string[] => {
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  return [...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {}), ...peers];
};

/** The packages that npm would install for these, each with all that it names, by where the lock file has them. */
const closureOf = (packages: Packages, names: string[]): Set<string> => {
  const places = new Set<string>();
  const add = (from: string, name: string): void => {
    const place = placeOf(packages, from, name);
    if (!place || places.has(place)) return;
    places.add(place);
    for (const needed of namesOf(packages[place]!)) add(place, needed);
  };
  for (const name of names) add('', name);
  for (const name of namesOf(packages.plugin!)) add('plugin', name);
  return places;
};

/** A file that is there already, under another name; copied where the two places are on different disks. */
const put = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
};

const putFolder = (from: string, to: string): void => {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isFile()) put(source, target);
    // What lies in a package's own node_modules is another package.
    else if (entry.isDirectory() && entry.name !== 'node_modules') putFolder(source, target);
  }
};

/**
 * Gives `folder` a node_modules with exactly the packages that a project with these dependencies and the portal's
 * package would get, in the versions of our lock file; the portal's own is left to who unpacks it. Far from our own
 * node_modules, so that a package which ours does not name is not found.
 */
export const installPackages = (folder: string, names: string[]): void => {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as { packages: Packages };
  for (const place of closureOf(packages, names.filter((name) => name !== own))) {
    // What is for other platforms only, npm leaves out.
    if (existsSync(path.join(root, place))) putFolder(path.join(root, place), path.join(folder, place.replace(/^plugin\//, `node_modules/${own}/`)));
  }
};
