import { copyFileSync, cpSync, mkdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { PackagedSite } from '../publish/packaged-site';
import type { FoundPackage } from './needed-packages';

/** Where the pages are put together; inside the project, so that packages of its own are found, and hidden, so that nothing watches or compiles it. */
export const workFolderOf = (ownFolder: string): string => path.join(ownFolder, '.work');

const link = (folder: string, { name, folder: target }: FoundPackage): void => {
  const place = path.join(folder, 'node_modules', name);
  mkdirSync(path.dirname(place), { recursive: true });
  // A junction, since Windows lets not everybody make other links.
  symlinkSync(realpathSync(target), place, 'junction');
};

/**
 * Puts the pages together: those of the package, the project's own over them, and links to the packages. The folders lie to
 * each other as in the repository of the portal, so that every path in them holds. Answers the folder of the pages.
 */
export const layOut = (ownFolder: string, owned: string[], site: PackagedSite, packages: FoundPackage[]): string => {
  const work = workFolderOf(ownFolder);
  const folder = path.join(work, 'site');
  rmSync(work, { recursive: true, force: true });
  cpSync(site.folder, folder, { recursive: true });
  cpSync(site.contracts, path.join(work, 'plugin', 'contracts'), { recursive: true });
  for (const file of owned) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    copyFileSync(path.join(ownFolder, file), path.join(folder, file));
  }
  for (const each of packages) link(work, each);
  return folder;
};
