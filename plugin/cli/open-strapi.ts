import { createRequire } from 'node:module';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { packageFolder, type StrapiProject } from './strapi-project';

type StrapiPackage = typeof import('@strapi/strapi');

/** The Strapi that the project itself would load. */
export const strapiModule = (project: StrapiProject): StrapiPackage => {
  const place = packageFolder(project.folder, '@strapi/strapi')!;
  return createRequire(path.join(place, 'package.json'))(place) as StrapiPackage;
};

/**
 * Loads the project's own Strapi as its commands do (TypeScript is compiled first, the database brought up to
 * date), hands it to `work` and takes it down. No port is opened. `log` is the least severe level that is printed;
 * `resting`: nothing of what a server does by itself is begun, such as sending mails.
 */
export const withStrapi = async <Answer>(project: StrapiProject, work: (strapi: Core.Strapi) => Promise<Answer>, { log = 'error', resting = false } = {}): Promise<Answer> => {
  // Strapi reads its folders and .env from where the process is.
  process.chdir(project.folder);
  const { compileStrapi, createStrapi } = strapiModule(project);
  const strapi = createStrapi({ ...(await compileStrapi({ appDir: project.folder })), autoReload: false, serveAdminPanel: false });
  strapi.log.level = log;
  // No look at a package registry on the way.
  strapi.config.set('server.logger.updates.enabled', false);
  strapi.config.set('portal.resting', resting);
  try {
    await strapi.load();
    return await work(strapi);
  } finally {
    // What could not be begun cannot always be ended; why it could not is what matters.
    await strapi.destroy().catch((error) => strapi.log.debug(error));
  }
};
