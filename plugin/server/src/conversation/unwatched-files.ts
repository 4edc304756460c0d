import path from 'node:path';
import type { Strapi } from '../platform/domain';
import { leaveUnwatched } from '../platform/unwatched-folder';

/** A file that a customer sends is none of the project's own. */
export const leaveFilesUnwatched = (strapi: Strapi): void => leaveUnwatched(strapi, path.resolve(strapi.config.get<string>('plugin::portal.filesDirectory')));
