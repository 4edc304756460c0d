import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { ErrorCode } from '../../../../contracts/platform';
import { notFound, Refusal } from '../../platform/errors';
import { saidBy } from '../../platform/said-by';
import { openingSecrets } from '../../platform/secrets';
import { hashToken, newToken } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { cleanFileName, judgeFile } from '../file-rules';
import type { FileLimits } from '../file-rules';
import { fileStore } from '../file-store';
import { objectStore } from '../object-store';
import type { BucketSettings, ObjectStore, Presented } from '../object-store';
import type { AttachmentRow } from '../rows';
import type { IncomingFile } from '../upload-form';
import { ScannerAway, scanFile } from '../virus-scan';

/** Resolves once there are bytes to come: one whose file is gone answers 404 as one that never was, in the form of any other refusal. */
const opened = async (bytes: Readable): Promise<Readable> => {
  await once(bytes, 'open').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? notFound() : error;
  });
  return bytes;
};

/** A file that was let in: what its row says of the bytes. */
export type LetIn = Pick<AttachmentRow, 'key' | 'name' | 'mime' | 'size' | 'sha256' | 'store' | 'scan'>;
interface ScannerSettings {
  address: string;
  timeoutMs: number;
  whenAway: 'hold' | 'refuse';
}

const why: Partial<Record<ErrorCode, string>> = {
  file_empty: 'The file is empty.',
  file_too_large: 'The file is too large.',
  file_type_refused: 'Files of this type are not accepted, or the content is not what the name says.',
  file_infected: 'A virus was found in it.',
  files_unavailable: 'Files cannot be kept at the moment. Try again in a few minutes.',
  scan_unavailable: 'Files are searched for viruses, and that does not work at the moment. Try again in a few minutes.',
};
const refuse = (code: ErrorCode, name: string): never => {
  throw new Refusal(code, `${name}: ${why[code] ?? 'This file cannot be taken.'} Everything else is kept.`);
};

/** By which an installation knows its own objects in a bucket that others use, too. */
const markOf = (secret: string): string => hashToken(`portal: files in a bucket: ${secret}`).slice(0, 32);

/** Where the bytes of files are, and what has to be true of them before they go there. */
export const storedFiles = ({ strapi }: { strapi: Strapi }) => {
  const disk = () => fileStore(strapi.config.get<string>('plugin::portal.filesDirectory'));
  const scanner = (): ScannerSettings => strapi.config.get<ScannerSettings>('plugin::portal.files.scanner');
  let bucket: ObjectStore | undefined;
  const bucketSettings = (): BucketSettings => strapi.config.get<BucketSettings>('plugin::portal.files.s3');
  const objects = (): ObjectStore => (bucket ??= objectStore(bucketSettings(), openingSecrets(strapi).map(markOf)));
  const hasBucket = (): boolean => bucketSettings().bucket !== '';

  /** What clamd says of a file on the disk: null where none is asked. */
  const scan = async (key: string): Promise<AttachmentRow['scan'] | 'away'> => {
    const { address, timeoutMs, whenAway } = scanner();
    if (address === '') return null;
    try {
      return (await scanFile(address, disk().placeOf(key), timeoutMs)).clean ? 'clean' : 'infected';
    } catch (error) {
      if (!(error instanceof ScannerAway)) throw error;
      strapi.log.warn(`No file is searched for viruses at ${address}: ${error.message}`);
      return whenAway === 'hold' ? 'waiting' : 'away';
    }
  };

  const judge = async (key: string, name: string, size: number, isCut: boolean, limits: FileLimits): Promise<{ mime: string; scan: AttachmentRow['scan'] }> => {
    // Only an ES module: a plain import would be required by the CommonJS build.
    const { fileTypeFromFile } = await import('file-type');
    const detected = (await fileTypeFromFile(disk().placeOf(key)))?.mime;
    const verdict = isCut ? { refused: 'file_too_large' as const } : judgeFile({ name, size, detected }, limits);
    if ('refused' in verdict) return refuse(verdict.refused, name);
    const found = await scan(key);
    if (found === 'infected') return refuse('file_infected', name);
    return found === 'away' ? refuse('scan_unavailable', name) : { mime: verdict.mime, scan: found };
  };

  /** What waits to be scanned stays on this machine's disk: from a bucket it could be fetched. */
  const settle = async ({ key, name, mime }: Pick<AttachmentRow, 'key' | 'name' | 'mime'>, scanned: AttachmentRow['scan']): Promise<AttachmentRow['store']> => {
    if (!hasBucket() || scanned === 'waiting') return 'disk';
    try {
      await objects().keep(key, disk().placeOf(key), mime);
    } catch (error) {
      strapi.log.error(`A file could not be put into the bucket ${bucketSettings().bucket}: ${saidBy(error)}. It was refused. Check the bucket's address and keys; "portal doctor" tries them.`);
      return refuse('files_unavailable', name);
    }
    await disk().remove(key);
    return 's3';
  };

  return {
    /** Reads, hashes, judges and scans a file, and puts it where files are kept; a file that is refused leaves nothing behind. */
    async letIn(file: IncomingFile, limits: FileLimits): Promise<LetIn> {
      const key = newToken();
      const name = cleanFileName(file.name);
      const { size, sha256 } = await disk().write(key, file.bytes);
      try {
        const { mime, scan: scanned } = await judge(key, name, size, file.cut(), limits);
        return { key, name, mime, size, sha256, store: await settle({ key, name, mime }, scanned), scan: scanned };
      } catch (error) {
        await disk().remove(key);
        throw error;
      }
    },

    /** The same bytes under another key. */
    async copy(row: AttachmentRow): Promise<Pick<LetIn, 'key' | 'size' | 'sha256' | 'store'>> {
      const key = newToken();
      const { size, sha256 } = await disk().write(key, await this.read(row));
      return { key, size, sha256, store: await settle({ key, name: row.name, mime: row.mime }, row.scan) };
    },

    /** What became of a file that waited: scanned, and moved to where files are kept; null while clamd is away. */
    async scanAgain(row: AttachmentRow): Promise<Pick<LetIn, 'store' | 'scan'> | null> {
      const found = await scan(row.key);
      if (found === 'waiting' || found === 'away') return null;
      return { scan: found, store: found === 'infected' ? 'disk' : await settle(row, found) };
    },

    /** The bytes, wherever they are. */
    read: async ({ key, store }: Pick<AttachmentRow, 'key' | 'store'>): Promise<Readable> => (store === 's3' ? objects().read(key) : opened(disk().read(key))),
    /** An address of the bucket that opens it for a short time; null for what is on the disk, which we send ourselves. */
    link: async ({ key, store }: Pick<AttachmentRow, 'key' | 'store'>, presented: Presented): Promise<string | null> => (store === 's3' ? objects().link(key, presented) : null),
    remove: ({ key, store }: Pick<AttachmentRow, 'key' | 'store'>): Promise<void> => (store === 's3' ? objects().remove(key) : disk().remove(key)),

    /** Keys in the bucket from before a moment, a page at a time; none where there is no bucket. */
    async *objectsBefore(moment: Date): AsyncGenerator<string[]> {
      if (hasBucket()) yield* objects().before(moment);
    },
    /** Removes an object of ours; false for one that another installation put there, which stays. */
    async removeOwnObject(key: string): Promise<boolean> {
      if (!(await objects().isOwn(key))) return false;
      await objects().remove(key);
      return true;
    },
  };
};
