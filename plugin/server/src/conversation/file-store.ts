import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface StoredBytes {
  size: number;
  sha256: string;
}

/**
 * Private files on this machine's disk, outside of everything that is served. Bytes are named by the
 * attachment's key, never by what a customer called them.
 */
export const fileStore = (directory: string) => {
  const placeOf = (key: string): string => path.join(directory, key.slice(0, 2), key);
  return {
    placeOf,
    /** Streams bytes to the disk while counting and hashing; a file that breaks off leaves nothing behind. */
    async write(key: string, bytes: Readable): Promise<StoredBytes> {
      const hash = createHash('sha256');
      let size = 0;
      const meter = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          hash.update(chunk);
          done(null, chunk);
        },
      });
      const incoming = `${placeOf(key)}.part`;
      await mkdir(path.dirname(incoming), { recursive: true });
      try {
        await pipeline(bytes, meter, createWriteStream(incoming, { mode: 0o600 }));
        await rename(incoming, placeOf(key));
      } catch (error) {
        await rm(incoming, { force: true });
        throw error;
      }
      return { size, sha256: hash.digest('hex') };
    },
    read: (key: string): Readable => createReadStream(placeOf(key)),
    remove: (key: string): Promise<void> => rm(placeOf(key), { force: true }),
  };
};
