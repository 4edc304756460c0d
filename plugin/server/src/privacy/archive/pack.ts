import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { fileStore } from '../../conversation/file-store';
import type { StoredBytes } from '../../conversation/file-store';
import { storedFiles } from '../../conversation/services/stored-files';
import { mailStore } from '../../inbound-mail/inbound-settings';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { archiveFiles } from './archive-files';
import { htmlStream, jsonStream } from './collected';
import type { Person } from './person';
import { archiveStore, workFolder } from './places';

const isThere = (file: string): Promise<boolean> => stat(file).then(({ size }) => size >= 0, () => false);

/** Opened only when its turn comes, so that thousands of files are not open at once. */
const addLazily = (zip: ZipFile, name: string, open: () => Readable | Promise<Readable>, mtime: Date): void =>
  zip.addReadStreamLazy(name, { mtime }, (answer) => {
    const failed = (error: unknown): void => void zip.emit('error', error);
    void (async () => {
      const stream = await open();
      // yazl hears of an error only while it reads.
      stream.once('error', failed);
      answer(null, stream);
    })().catch(failed);
  });

/** Streams everything that was collected, with all files, into one archive. A file whose bytes are gone is left out. */
export const packArchive = async (strapi: Strapi, key: string, person: Person, made: Date): Promise<StoredBytes> => {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  const folder = workFolder(strapi, key);
  const stores = { attachments: fileStore(strapi.config.get<string>('plugin::portal.filesDirectory')), mails: mailStore(strapi) };
  addLazily(zip, 'index.html', () => htmlStream(folder, person, made.toISOString()), made);
  addLazily(zip, 'data.json', () => jsonStream(folder, made.toISOString()), made);
  const written = archiveStore(strapi).write(key, output);
  // Listing them can take a while and fail: then the write fails with it, and nobody must be surprised by that.
  written.catch(() => undefined);
  try {
    for await (const { store, key: bytes, remote, path } of archiveFiles(strapi, person)) {
      if (remote) addLazily(zip, path, () => getService(strapi, 'stored-files', storedFiles).read({ key: bytes, store: 's3' }), made);
      else if (await isThere(stores[store].placeOf(bytes))) addLazily(zip, path, () => stores[store].read(bytes), made);
    }
    zip.end();
  } catch (error) {
    output.destroy(error as Error);
  }
  return written;
};
