import { wordKeeper } from '../../conversation/services/word-keeper';
import { getService } from '../../platform/get-service';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';
import { now } from '../../platform/clock';
import { saidBy } from '../../platform/said-by';
import { pagesOf } from './step';
import type { LateStep } from './step';

const touchedSql = `select t.id from portal_tickets t where (t.requester_id = ? or exists (select 1 from portal_comments c where c.ticket_id = t.id and c.author_kind = 'customer' and c.author_id = ?))`;

/** The agents' index has the requester's name and address, so it is made anew once these are gone. */
export const words: LateStep = {
  name: 'words',
  async runLate(strapi, customerId) {
    let count = 0;
    for await (const page of pagesOf<{ id: number }>(strapi, touchedSql, [customerId, customerId], 't.id', 50)) {
      await getService(strapi, 'word-keeper', wordKeeper).heard(page.map(({ id }): DeliveredEvent => ({ id: 0, type: 'ticket.erased', subject: '', payload: { ticketId: id }, at: now() })));
      count += page.length;
    }
    return { indexed: count };
  },
};

/** On SQLite removed text stays in free pages of the file until it is written anew. PostgreSQL's own vacuum does it in its time. */
const writeAnew = async (strapi: Strapi): Promise<void> => {
  if (strapi.db.dialect.client !== 'sqlite') return;
  await strapi.db.connection.raw('VACUUM');
  await strapi.db.connection.raw('PRAGMA wal_checkpoint(TRUNCATE)');
};

/** What is removed is off the disk, too. */
export const disk: LateStep = {
  name: 'disk',
  async runLate(strapi) {
    await getService(strapi, 'word-keeper', wordKeeper).tidy();
    await writeAnew(strapi).catch((error: unknown) => strapi.log.warn(`The database file could not be written anew: ${saidBy(error)}`));
    return {};
  },
};
