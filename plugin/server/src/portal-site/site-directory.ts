import path from 'node:path';
import type { Strapi } from '../platform/domain';

const named = (strapi: Strapi): string => strapi.config.get<string>('plugin::portal.site.directory');

/** Where the built pages are: where the configuration says, else beside the plugin's own build, where the package has them. */
export const siteDirectory = (strapi: Strapi): string => named(strapi) || path.join(strapi.config.get<string>('enabledPlugins.portal.pathToPlugin'), 'dist', 'site');

/** The pages of the package are built for one path, which is in all their links. */
export const sayWrongPath = (strapi: Strapi): void => {
  const url = strapi.config.get<string>('plugin::portal.url');
  if (named(strapi) === '' && url !== '/support') strapi.log.warn(`The pages of the portal that came with its package are built for /support, but "url" is ${url}: their links will lead nowhere. Leave "url" as it is, or build the site for ${url} and name it in site.directory.`);
};
