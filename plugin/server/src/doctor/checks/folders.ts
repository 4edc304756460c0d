import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Strapi } from '../../platform/domain';
import type { Check, Verdict } from '../verdict';
import { broken, reasonOf, together, warning } from '../verdict';

interface Folder {
  what: string;
  key: string;
  place: string;
}
const megabyte = 1024 * 1024;

const foldersOf = (strapi: Strapi): Folder[] => {
  const { filename } = (strapi.db.connection.client as { connectionSettings: { filename?: unknown } }).connectionSettings;
  const files = path.resolve(strapi.dirs.app.root, strapi.config.get<string>('plugin::portal.filesDirectory'));
  const own = { what: 'customers’ files', key: 'filesDirectory of the portal', place: files };
  return typeof filename === 'string' && filename !== ':memory:' ? [own, { what: 'the database', key: 'connection.filename in config/database', place: path.dirname(path.resolve(filename)) }] : [own];
};

/** Writes, reads and removes a small file, as whoever keeps something there would. */
const keeps = async ({ what, key, place }: Folder): Promise<Verdict | null> => {
  const file = path.join(place, `.portal-doctor-${randomUUID()}`);
  try {
    await mkdir(place, { recursive: true });
    await writeFile(file, file, { mode: 0o600 });
    if ((await readFile(file, 'utf8')) !== file) return broken(`The folder of ${what} (${place}) does not give back what was written.`, 'Look at the disk below it, and keep files on another one until then.');
    return null;
  } catch (error) {
    return broken(`The folder of ${what} (${place}) cannot be written: ${reasonOf(error)}.`, `Let the user who runs Strapi write there ("chown" and "chmod u+rwx"), or name another folder (${key}).`);
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
};

const room = async ({ what, place }: Folder): Promise<Verdict | null> => {
  const disk = await statfs(place).catch(() => null);
  const free = disk ? (disk.bavail * disk.bsize) / megabyte : Number.POSITIVE_INFINITY;
  if (free > 1024) return null;
  const found = `${Math.floor(free)} MB are free where ${what} ${what.endsWith('s') ? 'are' : 'is'} (${place}).`;
  return free < 200 ? broken(found, 'Make room at once: a full disk stops the database.') : warning(found, 'Make room, or move the folder to a larger disk.');
};

/** Whether files, and SQLite, have a folder that can be written, and room in it. */
export const folders: Check = async (strapi) => {
  const all = foldersOf(strapi);
  const faults = [...(await Promise.all(all.map(keeps))), ...(await Promise.all(all.map(room)))];
  return together(faults, `${all.map(({ place }) => place).join(' and ')} can be written and have room.`);
};
