import path from 'node:path';
import type { Strapi } from '../platform/domain';

/** `strapi develop` starts anew when a file of the project changes: one that a customer sends is none of its own. */
export const leaveFilesUnwatched = (strapi: Strapi): void => {
  const key = 'admin.watchIgnoreFiles';
  const folder = path.resolve(strapi.config.get<string>('plugin::portal.filesDirectory'));
  strapi.config.set(key, [...strapi.config.get<string[]>(key, []), folder, `${folder}/**`]);
};
