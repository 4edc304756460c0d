import { fromBuffer } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { buffer } from 'node:stream/consumers';

const opened = (bytes: Buffer): Promise<ZipFile> => new Promise((resolve, reject) => fromBuffer(bytes, { lazyEntries: true }, (error, zip) => (error ? reject(error) : resolve(zip))));
const bytesOf = (zip: ZipFile, entry: Entry): Promise<Buffer> => new Promise((resolve, reject) => zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(buffer(stream)))));

/** Everything in a zip, by its name. */
export const unzip = async (bytes: Buffer): Promise<Map<string, Buffer>> => {
  const zip = await opened(bytes);
  const found = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => void bytesOf(zip, entry).then((inside) => {
      found.set(entry.fileName, inside);
      zip.readEntry();
    }, reject));
    zip.once('end', resolve);
    zip.once('error', reject);
    zip.readEntry();
  });
  return found;
};
