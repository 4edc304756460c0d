import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CannotGoOn } from '../command';
import { filesBelow } from './files-below';

/** The sources of the pages as the installed version of the package has them. */
export interface PackagedSite {
  folder: string;
  /** What the pages share with the API; in the package as well. */
  contracts: string;
  version: string;
  /** What a project may own, by the path from `folder`. */
  files: string[];
  /** What the pages are built with, and of. */
  dependencies: Record<string, string>;
}

interface Described {
  name?: string;
  version?: string;
  dependencies?: Record<string, string>;
}
const described = (folder: string): Described => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Described;

/** What `package.json` says is for the build, and not a thing to own: the project has one of its own. */
const isOwnable = (file: string): boolean => /^(?:src|public)\//.test(file) || file === 'astro.config.mjs' || file === 'tsconfig.json';

/** The sources in a folder that looks like the unpacked package. */
export const packagedSiteIn = (packageFolder: string): PackagedSite => {
  const folder = path.join(packageFolder, 'dist', 'site-source');
  if (!existsSync(path.join(folder, 'package.json'))) throw new CannotGoOn('The sources of the pages are not in this package. Install it from npm; in a clone of the source, change them in site/.');
  return { folder, contracts: path.join(packageFolder, 'contracts'), version: described(packageFolder).version ?? '', files: filesBelow(folder).filter(isOwnable), dependencies: described(folder).dependencies ?? {} };
};

/** The folder of the package to which this file belongs, compiled or not. */
export const ownPackageFolder = (): string => {
  let folder = __dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
};
