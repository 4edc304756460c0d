import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ownBuildFolder, ownSiteFolder } from '../../../contracts/own-site';
import type { Strapi } from '../platform/domain';
import { ownBuildFault, unbuiltFault } from './own-build';

const named = (strapi: Strapi): string => strapi.config.get<string>('plugin::portal.site.directory');
const ownFolder = (strapi: Strapi): string => path.join(strapi.dirs.app.root, ownSiteFolder);
const packageFolder = (strapi: Strapi): string => strapi.config.get<string>('enabledPlugins.portal.pathToPlugin');
const installedVersion = (strapi: Strapi): string => (JSON.parse(readFileSync(path.join(packageFolder(strapi), 'package.json'), 'utf8')) as { version: string }).version;

/** Whose pages are served: those of a folder that the configuration names, those that `portal build` made in the project, or those of the package. */
export type SiteOrigin = 'named' | 'own' | 'packaged';
export interface ServedSite {
  origin: SiteOrigin;
  directory: string;
}

/** What the configuration says wins, then what the project built for itself. */
export const servedSite = (strapi: Strapi): ServedSite => {
  if (named(strapi) !== '') return { origin: 'named', directory: named(strapi) };
  const own = path.join(ownFolder(strapi), ownBuildFolder);
  return existsSync(path.join(own, 'server', 'entry.mjs')) ? { origin: 'own', directory: own } : { origin: 'packaged', directory: path.join(packageFolder(strapi), 'dist', 'site') };
};

/** Whether other pages would be served if the project built its own now, as a sentence; null where not, or where the configuration names some. */
export const servedFault = (strapi: Strapi, { origin, directory }: ServedSite): string | null => {
  if (origin === 'named') return null;
  return origin === 'own' ? ownBuildFault(directory, installedVersion(strapi)) : unbuiltFault(ownFolder(strapi));
};

/** Says at the start what is wrong with pages that are there: those of the package are built for one path, which is in all their links. */
export const sayWrongSite = (strapi: Strapi): void => {
  const served = servedSite(strapi);
  const url = strapi.config.get<string>('plugin::portal.url');
  if (served.origin === 'packaged' && url !== '/support') strapi.log.warn(`The pages of the portal that came with its package are built for /support, but "url" is ${url}: their links will lead nowhere. "npx portal build" builds them for ${url}.`);
  const fault = servedFault(strapi, served);
  if (fault) strapi.log.warn(`${fault} "npx portal build" builds them.`);
};
