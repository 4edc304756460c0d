import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CannotGoOn } from '../command';
import { packageFolder } from '../strapi-project';

/** A package that the build can use, by the folder where it is. */
export interface FoundPackage {
  name: string;
  folder: string;
}
interface Looked {
  name: string;
  wanted: string;
  folder: string | null;
  version: string | null;
}

const numbers = (version: string): number[] => version.replace(/^\D+/, '').split('.').map((part) => Number.parseInt(part, 10));
/** Of the same major version and not older: what the pages are written for, with its mended faults. */
const fits = (version: string, wanted: string): boolean => {
  const [[major = 0, minor = 0, patch = 0], [wantedMajor, wantedMinor = 0, wantedPatch = 0]] = [numbers(version), numbers(wanted)];
  return major === wantedMajor && (minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch));
};
const versionIn = (folder: string): string => (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/** The project's own first; what the portal's package brought along need not be installed again. */
const look = (name: string, wanted: string, starts: string[]): Looked => {
  const found = starts.map((start) => packageFolder(start, name)).filter((folder) => folder !== null);
  const fitting = found.find((folder) => fits(versionIn(folder), wanted));
  const folder = fitting ?? found[0] ?? null;
  return { name, wanted, folder: fitting ?? null, version: folder ? versionIn(folder) : null };
};

const exact = ({ name, wanted }: Looked): string => `${name}@${wanted.replace(/^[^\d]+/, '')}`;
const told = ({ name, version }: Looked): string => (version ? `${name} (${version} is there)` : name);

/**
 * The packages that the pages are built with and of, found from these folders as Node would. What is missing ends it with
 * the command that installs exactly that.
 */
export const neededPackages = (starts: string[], wanted: Record<string, string>): FoundPackage[] => {
  const looked = Object.entries(wanted).map(([name, range]) => look(name, range, starts));
  const missing = looked.filter(({ folder }) => folder === null);
  if (missing.length > 0) throw new CannotGoOn(`Pages are built with packages that this project does not have: ${missing.map(told).join(', ')}. Run\n\n  npm install --save-dev ${missing.map(exact).join(' ')}\n\nand then this command again. The server does not need them. Nothing was changed.`);
  return looked.map(({ name, folder }) => ({ name, folder: folder! }));
};
