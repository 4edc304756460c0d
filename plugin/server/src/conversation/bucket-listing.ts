import type { S3Client } from '@aws-sdk/client-s3';
import type { BucketSettings } from './object-store';

/** The name under which an object says which installation put it there; a bucket can serve several. */
export const ownerMark = 'portal-owner';

/** What Strapi's provider has no words for: which objects there are, and whose they are. Needs the right to list the bucket. */
export const bucketListing = (settings: BucketSettings) => {
  let client: Promise<S3Client> | undefined;
  const folder = settings.prefix === '' ? '' : `${settings.prefix.replace(/\/+$/, '')}/`;
  const sdk = () => import('@aws-sdk/client-s3');
  const connect = async (): Promise<S3Client> => {
    const { region, endpoint, accessKeyId, secretAccessKey } = settings;
    const { S3Client: Client } = await sdk();
    return new Client({ region, credentials: { accessKeyId, secretAccessKey }, ...(endpoint ? { endpoint, forcePathStyle: true } : {}) });
  };
  const bucket = (): Promise<S3Client> => (client ??= connect());

  return {
    /** Keys of objects from before a moment, a page at a time; of names that cannot be a key of ours nothing is said. */
    async *before(moment: Date): AsyncGenerator<string[]> {
      const { ListObjectsV2Command } = await sdk();
      for (let next: string | undefined, more = true; more; ) {
        const found = await (await bucket()).send(new ListObjectsV2Command({ Bucket: settings.bucket, Prefix: folder, ContinuationToken: next, MaxKeys: 500 }));
        const old = (found.Contents ?? []).filter(({ LastModified }) => LastModified !== undefined && LastModified < moment);
        yield old.map(({ Key = '' }) => Key.slice(folder.length)).filter((key) => /^[\w-]{43}$/.test(key));
        next = found.NextContinuationToken;
        more = found.IsTruncated === true && next !== undefined;
      }
    },

    /** The mark of who put an object there; null where it has none, as those from before there were marks. */
    async ownerOf(key: string): Promise<string | null> {
      const { HeadObjectCommand } = await sdk();
      const { Metadata = {} } = await (await bucket()).send(new HeadObjectCommand({ Bucket: settings.bucket, Key: `${folder}${key}` }));
      return Metadata[ownerMark] ?? null;
    },
  };
};
