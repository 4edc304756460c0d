import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileStore } from '../../conversation/file-store';
import type { Strapi } from '../../platform/domain';

const folderOf = (strapi: Strapi): string => path.join(strapi.config.get<string>('plugin::portal.filesDirectory'), 'exports');

/** Where finished archives are: beside the attachments, in a folder of their own. */
export const archiveStore = (strapi: Strapi) => fileStore(folderOf(strapi));
/** Where an archive is collected. */
export const workFolder = (strapi: Strapi, key: string): string => path.join(folderOf(strapi), `work-${key}`);

/** Takes away what was collected. */
export const removeWork = (strapi: Strapi, key: string): Promise<void> => rm(workFolder(strapi, key), { recursive: true, force: true });

/** Takes away all that there is of an archive, half-written bytes of a killed process too. */
export const removeArchive = async (strapi: Strapi, key: string): Promise<void> => {
  await removeWork(strapi, key);
  await rm(`${archiveStore(strapi).placeOf(key)}.part`, { force: true });
  await archiveStore(strapi).remove(key);
};
