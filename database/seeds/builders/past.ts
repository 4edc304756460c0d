import type { App } from './services';

/** Tables into which a past is written at once. */
type PastModel = 'ticket' | 'comment' | 'ticket-event' | 'rating' | 'search-record' | 'suggestion' | 'article-day' | 'chat' | 'chat-message';

/** Values of one statement are limited on SQLite, and rows of these tables have up to forty. */
const atOnce = 200;

/**
 * Writes rows as they are, without the services that would tell of each: a year of them would take minutes, and nobody
 * is to hear of it. Whoever writes so has indexes and sums catch up afterwards.
 */
export const writePast = async (app: App, model: PastModel, data: object[]): Promise<void> => {
  for (let from = 0; from < data.length; from += atOnce) await app.db.query(`plugin::portal.${model}`).createMany({ data: data.slice(from, from + atOnce) });
};

/** Ids of rows by a column that names them. */
export const idsBy = async (app: App, model: PastModel | 'category', column: string): Promise<Map<string, number>> => {
  const found = (await app.db.query(`plugin::portal.${model}`).findMany({ select: ['id', column] })) as Record<string, unknown>[];
  return new Map(found.map((row) => [String(row[column]), Number(row.id)]));
};
