import { after, minutes, now } from '../../platform/clock';
import type { Strapi } from '../../platform/domain';
import { newToken } from '../../platform/tokens';
import { rows } from '../../platform/rows';
import type { Row } from '../../platform/rows';
import type { HeldVectors } from './worker/protocol';

interface VectorRow extends Row {
  model: string;
  hash: string;
  vector: string;
}

/** The row of `portal_search_states` that says which process embeds. */
const leaseName = 'vectors';
const lease = minutes(1);
const batchSize = 200;

/** A vector as it is kept: 32-bit floats, least byte first, in base64. */
export const encode = (vector: Float32Array): string => {
  const bytes = Buffer.alloc(vector.length * 4);
  for (const [at, value] of vector.entries()) bytes.writeFloatLE(value, at * 4);
  return bytes.toString('base64');
};

/** Vectors in the database, kept for every process and every start. */
export const vectorRows = (strapi: Strapi) => {
  const owner = newToken().slice(0, 24);
  let isClaimed = false;
  const vectors = rows<VectorRow>(strapi, 'search-vector');
  const table = (name: string) => strapi.db.getConnection(name);

  return {
    /** Those of the named texts that are there. */
    async find(model: string, hashes: string[]): Promise<HeldVectors> {
      const found = await vectors.findMany({ where: { model, hash: { $in: hashes } }, select: ['hash', 'vector'] });
      return { hashes: found.map(({ hash }) => hash), encoded: found.map(({ vector }) => vector) };
    },

    /** Keeps vectors; one that another process kept meanwhile stays. */
    async keep(model: string, { hashes, encoded }: HeldVectors): Promise<void> {
      const moment = now();
      const written = hashes.map((hash, at) => ({ document_id: newToken().slice(0, 24), model, hash, vector: encoded[at], created_at: moment, updated_at: moment, published_at: moment }));
      await table('portal_search_vectors').insert(written).onConflict(['model', 'hash']).ignore();
    },

    /** True where this process is the one that embeds for the next minute: none pays for what another does. */
    async claim(): Promise<boolean> {
      const moment = now();
      const until = after(moment, lease);
      const row = { document_id: owner, name: leaseName, generation: 0, created_at: moment, updated_at: moment, published_at: moment };
      await table('portal_search_states').insert(row).onConflict('name').ignore();
      const claimed = await table('portal_search_states')
        .where({ name: leaseName })
        .andWhere((either) => void either.where({ document_id: owner }).orWhereNull('built_until').orWhere('built_until', '<', moment))
        .update({ document_id: owner, built_until: until });
      isClaimed = claimed === 1;
      return isClaimed;
    },

    /** Lets others embed. */
    async release(): Promise<void> {
      if (!isClaimed) return;
      isClaimed = false;
      await table('portal_search_states').where({ name: leaseName, document_id: owner }).update({ built_until: null });
    },

    /** Removes vectors of other models, and of texts that are in no document, once they are older than a minute. */
    async forget(model: string, isWanted: (hash: string) => boolean): Promise<void> {
      const old = after(now(), -lease);
      for (let last = 0; ; ) {
        const some = (await vectors.findMany({ where: { id: { $gt: last } }, select: ['id', 'model', 'hash', 'createdAt'], orderBy: { id: 'asc' }, limit: batchSize })) as VectorRow[];
        const gone = some.filter((row) => new Date(row.createdAt) < old && (row.model !== model || !isWanted(row.hash))).map(({ id }) => id);
        if (gone.length > 0) await vectors.deleteMany({ where: { id: { $in: gone } } });
        if (some.length < batchSize) return;
        last = some.at(-1)?.id ?? last;
      }
    },
  };
};
export type VectorRows = ReturnType<typeof vectorRows>;
