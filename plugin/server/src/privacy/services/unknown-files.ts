import path from 'node:path';
import { storedFiles } from '../../conversation/services/stored-files';
import { after, days, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { marks, pieces } from '../erasing/step';
import type { Counts } from '../erasing/step';
import { forgetLeftBehind, forgetWork } from '../left-behind';
import type { Known } from '../left-behind';

/** A row follows its bytes within seconds; a day is for whoever waits for a lock, and for clocks that differ. */
const patience = days(1);

/**
 * Bytes that no row names: a node that ends between a file and its row leaves some, and nobody would ever find them to
 * erase them. Each node looks through its own disk, and all through the bucket.
 */
export const unknownFiles = ({ strapi }: { strapi: Strapi }) => {
  const keysOf = (sql: string): Known => async (keys) => {
    const found = new Set<string>();
    for (const some of pieces(keys)) for (const { key } of await readRows<{ key: string }>(strapi, `${sql} and key in (${marks(some)})`, some)) found.add(key);
    return found;
  };
  const onDisk = keysOf(`select key from portal_attachments where (store is null or store = 'disk')`);
  const inBucket = keysOf(`select key from portal_attachments where store = 's3'`);
  const received = keysOf('select key from portal_received_mails where size > 0');
  const archives = keysOf(`select key from portal_data_exports where state in ('waiting', 'ready')`);
  const waiting = keysOf(`select key from portal_data_exports where state = 'waiting'`);

  const objects = async (before: Date): Promise<number> => {
    const store = getService(strapi, 'stored-files', storedFiles);
    let count = 0;
    for await (const keys of store.objectsBefore(before)) {
      const named = await inBucket(keys);
      for (const key of keys.filter((each) => !named.has(each))) if (await store.removeOwnObject(key)) count += 1;
    }
    return count;
  };

  return {
    /** Removes them once they are a day old, and answers how many of what. */
    async forget(): Promise<Counts> {
      const directory = strapi.config.get<string>('plugin::portal.filesDirectory');
      const [mails, exports] = [path.join(directory, 'received-mail'), path.join(directory, 'exports')];
      const before = after(now(), -patience);
      const counts = {
        files: await forgetLeftBehind(directory, onDisk, before),
        mails: await forgetLeftBehind(mails, received, before),
        archives: (await forgetLeftBehind(exports, archives, before)) + (await forgetWork(exports, waiting, before)),
        objects: await objects(before),
      };
      const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
      if (all > 0) strapi.log.info(`Files that no row named were removed: ${JSON.stringify(counts)}.`);
      return counts;
    },
  };
};
