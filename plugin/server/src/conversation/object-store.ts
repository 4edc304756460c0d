import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { bucketListing, ownerMark } from './bucket-listing';

/** A bucket for the files of tickets; `files.s3` of the configuration. */
export interface BucketSettings {
  bucket: string;
  region: string;
  /** Empty: Amazon's own. */
  endpoint: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Folder in the bucket. */
  prefix: string;
  /** Seconds for which a link to a file opens it. */
  linkSeconds: number;
}

/** What we use of Strapi's provider. */
interface Provider {
  uploadStream(file: StoredObject & { stream: Readable }, more: { Metadata: Record<string, string> }): Promise<void>;
  delete(file: StoredObject): Promise<unknown>;
  getSignedUrl(file: StoredObject, more?: Record<string, string>): Promise<{ url: string }>;
}
interface StoredObject {
  hash: string;
  ext: string;
  mime: string;
  url?: string;
}
interface ProviderModule {
  init(options: object): Provider;
}

const optionsOf = ({ bucket, region, endpoint, accessKeyId, secretAccessKey, prefix, linkSeconds }: BucketSettings): object => ({
  rootPath: prefix,
  s3Options: {
    credentials: { accessKeyId, secretAccessKey },
    region,
    // Buckets by path: servers of one's own seldom have a name for each bucket.
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    // Many of those know no checksums in trailers, which are the SDK's default.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Named and empty: left out, the provider makes every object public. New buckets of Amazon's refuse any ACL,
    // so privacy is the bucket's own setting ("block public access").
    params: { Bucket: bucket, ACL: undefined, signedUrlExpires: linkSeconds },
  },
});

/** What an answer of the bucket says of itself, whatever was uploaded: to save, never to show, to be kept by nobody. */
export interface Presented {
  disposition: string;
  mime: string;
}

/**
 * Private objects in a bucket that speaks S3, by Strapi's own provider. It stands beside the provider of the media
 * library, whose files may be public. Objects are named by the attachment's key, and marked with the `owners` first mark;
 * the others are marks that this installation had before.
 */
export const objectStore = (settings: BucketSettings, owners: string[]) => {
  const listing = bucketListing(settings);
  let provider: Promise<Provider> | undefined;
  // Not a dependency of who keeps files on the disk, so it is loaded where it is needed.
  const load = async (): Promise<Provider> => {
    const loaded = (await import('@strapi/provider-upload-aws-s3')) as unknown as ProviderModule & { default?: ProviderModule };
    return (loaded.default ?? loaded).init(optionsOf(settings));
  };
  const bucket = (): Promise<Provider> => (provider ??= load());
  // The provider signs only what it takes for its own, by the bucket's name in the address.
  const objectOf = (key: string, mime = ''): StoredObject => ({ hash: key, ext: '', mime, url: `https://s3.invalid/${settings.bucket}/${key}` });

  const link = async (key: string, { disposition, mime }: Presented): Promise<string> =>
    (await (await bucket()).getSignedUrl(objectOf(key, mime), { ResponseContentDisposition: disposition, ResponseContentType: mime, ResponseCacheControl: 'private, no-store' })).url;

  return {
    /** Copies a file of this machine into the bucket; there afterwards, or it throws. */
    keep: async (key: string, place: string, mime: string): Promise<void> => (await bucket()).uploadStream({ ...objectOf(key, mime), stream: createReadStream(place) }, { Metadata: { [ownerMark]: owners[0] ?? '' } }),
    /** An address that opens this one object, for anybody who has it, until `linkSeconds` are over. */
    link,
    /** The bytes, for our own use. */
    async read(key: string): Promise<Readable> {
      const answer = await fetch(await link(key, { disposition: 'attachment', mime: 'application/octet-stream' }));
      if (!answer.ok || !answer.body) throw new Error(`The bucket answers ${answer.status} for a file that should be there.`);
      return Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
    },
    remove: async (key: string): Promise<void> => void (await (await bucket()).delete(objectOf(key))),
    /** Keys of objects from before a moment, a page at a time, whoever put them there. */
    before: listing.before,
    /** True for what this installation put there. */
    isOwn: async (key: string): Promise<boolean> => owners.includes((await listing.ownerOf(key)) ?? ''),
  };
};
export type ObjectStore = ReturnType<typeof objectStore>;
