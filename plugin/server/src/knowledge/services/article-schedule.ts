import { minutes, now } from '../../platform/clock';
import { inTransaction } from '../../platform/rows';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { documents } from '../documents';

interface DueRow {
  id: number;
  documentId: string;
  locale: string;
}
const uid = 'plugin::portal.article';
const batchSize = 50;
const restAfterFailure = minutes(1);

/** Publishes and withdraws articles at the time their authors set. Harmless on several nodes: each row is claimed first. */
export const articleSchedule = ({ strapi }: { strapi: Strapi }) => {
  /** Rows that could not be written, until when: the log need not hear of each a second later again. */
  const resting = new Map<number, number>();

  /** Empties the column if it still is what it was; only one node can. */
  const claim = async (id: number, column: 'publish_at' | 'expires_at', moment: Date): Promise<boolean> => {
    const name = column === 'publish_at' ? 'publishAt' : 'expiresAt';
    const before = (await strapi.db.queryBuilder(uid).select('id').where({ id, [name]: { $lte: moment } }).forUpdate().execute()) as unknown[];
    if (before.length === 0) return false;
    await strapi.db.queryBuilder(uid).where({ id }).update({ [name]: null }).execute();
    return true;
  };

  const publish = ({ id, documentId, locale }: DueRow, moment: Date): Promise<void> =>
    inTransaction(strapi, async () => {
      if (await claim(id, 'publish_at', moment)) await documents(strapi, 'article').publish({ documentId, locale });
    });

  /** The draft keeps its date, so that an author sees why it went. */
  const withdraw = ({ id, documentId, locale }: DueRow, moment: Date): Promise<void> =>
    inTransaction(strapi, async () => {
      if (await claim(id, 'expires_at', moment)) await documents(strapi, 'article').unpublish({ documentId, locale });
    });

  const due = (where: object): Promise<DueRow[]> => strapi.db.query(uid).findMany({ where, select: ['id', 'documentId', 'locale'], orderBy: { id: 'asc' }, limit: batchSize }) as Promise<DueRow[]>;

  const failed = (row: DueRow, error: unknown): void => {
    resting.set(row.id, Date.now() + restAfterFailure);
    strapi.log.error(`Article ${row.documentId} (${row.locale}) could not be published or withdrawn in time: ${saidBy(error)}. It will be tried again.`);
  };

  const each = async (found: DueRow[], work: (row: DueRow) => Promise<void>): Promise<void> => {
    for (const [id, until] of resting) if (until <= Date.now()) resting.delete(id);
    for (const row of found) if (!resting.has(row.id)) await work(row).catch((error: unknown) => failed(row, error));
  };

  return {
    /** Publishes approved drafts whose time has come. */
    async publishDue(): Promise<void> {
      const moment = now();
      await each(await due({ publishedAt: null, reviewState: 'approved', publishAt: { $lte: moment } }), (row) => publish(row, moment));
    },

    /** Withdraws what is expired. */
    async withdrawDue(): Promise<void> {
      const moment = now();
      await each(await due({ publishedAt: { $notNull: true }, expiresAt: { $lte: moment } }), (row) => withdraw(row, moment));
    },
  };
};
