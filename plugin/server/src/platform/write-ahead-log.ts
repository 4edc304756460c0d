import type { Strapi } from './domain';
import { hasReader } from './sqlite-reader';

/**
 * Sees to it that on SQLite readers beside the writing connection never wait for it (WAL, which the file then
 * keeps), and that a commit is on the disk before it is answered (FULL). A project that Strapi's generator made has neither.
 */
export const useWriteAheadLog = async (strapi: Strapi): Promise<void> => {
  if (!hasReader(strapi)) return;
  await strapi.db.connection.raw('PRAGMA journal_mode = WAL');
  await strapi.db.connection.raw('PRAGMA synchronous = FULL');
};
