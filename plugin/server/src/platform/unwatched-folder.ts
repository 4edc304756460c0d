import type { Strapi } from './domain';

/** `strapi develop` starts anew when a file of the project changes, but not for those below this folder. */
export const leaveUnwatched = (strapi: Strapi, folder: string): void => {
  const key = 'admin.watchIgnoreFiles';
  strapi.config.set(key, [...strapi.config.get<string[]>(key, []), folder, `${folder}/**`]);
};
