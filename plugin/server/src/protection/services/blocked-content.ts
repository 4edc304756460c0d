import { createHash } from 'node:crypto';
import type { BlockedContentLine } from '../../../../contracts/settings';
import { after, days, now } from '../../platform/clock';
import { rows } from '../../platform/rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { Report } from '../report-forms';

interface BlockedRow extends Row, Report {
  key: string;
  count: number;
  lastSeenAt: Date;
}

const table = 'portal_blocked_contents';
/** Anybody can make reports up: beyond this, only what is known already is counted. */
const mostKept = 500;
const keptDays = 30;

const keyOf = ({ directive, blocked, page }: Report): string => createHash('sha256').update(JSON.stringify([directive, blocked, page])).digest('hex');

/** What browsers blocked on our pages. */
export const blockedContent = ({ strapi }: { strapi: Strapi }) => {
  const known = rows<BlockedRow>(strapi, 'blocked-content');

  /** One statement, so that many reports at once are all counted. */
  const count = async (report: Report): Promise<void> => {
    const moment = now();
    const row = { key: keyOf(report), ...report, count: 1, last_seen_at: moment, created_at: moment, updated_at: moment };
    const again = { count: strapi.db.connection.raw('?? + 1', [`${table}.count`]), last_seen_at: moment };
    await strapi.db.getConnection(table).insert(row).onConflict('key').merge(again);
  };

  return {
    /** Counts reports; those of something new only while there is room. */
    async note(reports: Report[]): Promise<void> {
      for (const report of reports) {
        const isRoom = (await known.count({ where: {} })) < mostKept || (await known.count({ where: { key: keyOf(report) } })) > 0;
        if (isRoom) await count(report);
      }
    },

    /** All of it, what was seen last first. */
    async list(): Promise<BlockedContentLine[]> {
      const found = await known.findMany({ orderBy: { lastSeenAt: 'desc' }, limit: mostKept });
      return found.map(({ id, directive, blocked, page, count: times, createdAt, lastSeenAt }) => ({ id, directive, blocked, page, count: times, firstAt: new Date(createdAt).toISOString(), lastAt: new Date(lastSeenAt).toISOString() }));
    },

    /** Forgets all of it; what still happens comes again. */
    clear: () => known.deleteMany({ where: {} }),

    /** Forgets what was not seen for thirty days. */
    forgetOld: () => known.deleteMany({ where: { lastSeenAt: { $lt: after(now(), -days(keptDays)) } } }),
  };
};
