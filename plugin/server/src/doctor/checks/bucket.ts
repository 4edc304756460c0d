import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { objectStore } from '../../conversation/object-store';
import type { BucketSettings, ObjectStore } from '../../conversation/object-store';
import { after, days, now, seconds } from '../../platform/clock';
import { newToken } from '../../platform/tokens';
import type { Check, Verdict } from '../verdict';
import { broken, reasonOf, together, warning, well } from '../verdict';

const mime = 'text/plain';

const remedyFor = (error: unknown): string => {
  const { name = '', Code = '' } = error as { name?: string; Code?: string };
  const said = `${name} ${Code} ${reasonOf(error)}`;
  if (/NoSuchBucket/i.test(said)) return 'Make the bucket, or set PORTAL_S3_BUCKET and PORTAL_S3_REGION to one that exists.';
  if (/InvalidAccessKeyId|SignatureDoesNotMatch|403|Forbidden|AccessDenied/i.test(said)) return 'Set PORTAL_S3_KEY_ID and PORTAL_S3_SECRET to a key that may put, get and delete objects below the prefix, and see that this machine’s clock is right.';
  return 'Set PORTAL_S3_ENDPOINT to where the bucket answers, and let a firewall let this machine through.';
};

const plainAddress = ({ endpoint, bucket, region, prefix }: BucketSettings, key: string): string => {
  const name = [prefix.replace(/^\/+|\/+$/g, ''), key].filter(Boolean).join('/');
  return endpoint ? `${endpoint.replace(/\/+$/, '')}/${bucket}/${name}` : `https://${bucket}.s3.${region}.amazonaws.com/${name}`;
};

/** Anybody who knows the name, without a signature. */
const isPublic = async (settings: BucketSettings, key: string): Promise<boolean> => {
  const answer = await fetch(plainAddress(settings, key), { signal: AbortSignal.timeout(seconds(5)) }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
};

const listed = async (store: ObjectStore): Promise<Verdict | null> => {
  try {
    await store.before(after(now(), -days(1))).next();
    return null;
  } catch (error) {
    return warning(`What is in the bucket cannot be listed: ${reasonOf(error)}.`, 'Allow s3:ListBucket on the prefix: without it, files that no row names are never removed.');
  }
};

const probe = async (settings: BucketSettings): Promise<Verdict> => {
  const [store, key, folder] = [objectStore(settings, ['portal doctor']), newToken(), await mkdtemp(path.join(os.tmpdir(), 'portal-doctor-'))];
  const place = path.join(folder, 'probe');
  try {
    await writeFile(place, key);
    await store.keep(key, place, mime);
    const back = await text(await store.read(key));
    const faults = [
      back !== key && broken('The bucket does not give back what was put there.', 'Look at what stands between this machine and the bucket: a cache must not keep these answers.'),
      (await isPublic(settings, key)) && broken('Everybody can read what is in the bucket, without any signature.', 'Turn on "block public access" of the bucket, and take away its policy for everybody.'),
      await listed(store),
    ];
    await store.remove(key);
    return together(faults, `Files go to the bucket ${settings.bucket}, and only signed addresses open them.`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Whether the bucket keeps files, gives them back, removes them, and shows them to nobody else. */
export const bucket: Check = async (strapi) => {
  const settings = strapi.config.get<BucketSettings>('plugin::portal.files.s3');
  if (settings.bucket === '') return well('Files stay on this machine: no bucket is named.');
  try {
    return await probe(settings);
  } catch (error) {
    return broken(`The bucket ${settings.bucket} does not keep files: ${reasonOf(error)}.`, remedyFor(error));
  }
};
