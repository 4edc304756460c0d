import { auditLog, portalItself } from '../../audit/services/audit-log';
import { wordKeeper } from '../../conversation/services/word-keeper';
import { searchRecords } from '../../deflection/services/search-records';
import { after, days, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { readRows, writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { policies } from '../../segments/services/policies';
import { removeArchive } from '../archive/places';
import { removeChats } from '../erasing/chats';
import { emptyReceived } from '../erasing/mails';
import { emptyRequest, removeFiles } from '../erasing/requests';
import type { Own } from '../erasing/requests';
import { changed, erasedSubject, marks, pagesOf } from '../erasing/step';
import type { Counts } from '../erasing/step';

/** Events are told within seconds; a month is for whoever looks for what went wrong. */
const toldDays = 30;
const atOnce = 500;

/** Removes rows a few hundred at a time, so that nobody waits long for the table. */
const removeOld = async (strapi: Strapi, table: string, where: string, before: Date): Promise<number> => {
  for (let count = 0; ; ) {
    const gone = await changed(strapi, `delete from ${table} where id in (select id from ${table} where ${where} limit ${atOnce})`, [before]);
    count += gone;
    if (gone < atOnce) return count;
  }
};

const receivedMails = async (strapi: Strapi, before: Date): Promise<number> => {
  let count = 0;
  const sql = "select id, key from portal_received_mails where size > 0 and state <> 'received' and created_at < ?";
  for await (const page of pagesOf<{ id: number; key: string }>(strapi, sql, [before])) count += await emptyReceived(strapi, page);
  return count;
};

/** Bytes, words and copies of a request that was closed long ago, as if its requester had asked for it; his account stays. */
const closedRequests = async (strapi: Strapi, before: Date): Promise<number> => {
  let count = 0;
  const sql = "select id, reference from portal_tickets where state = 'closed' and closed_at < ? and subject <> ?";
  for await (const page of pagesOf<Own>(strapi, sql, [before, erasedSubject], 'id', 50)) {
    for (const ticket of page) {
      await removeFiles(strapi, 'ticket_id = ?', [ticket.id]);
      await emptyReceived(strapi, await readRows<{ id: number; key: string }>(strapi, 'select id, key from portal_received_mails where size > 0 and ticket_id = ?', [ticket.id]));
      await changed(strapi, 'delete from portal_mails where ticket_id = ?', [ticket.id]);
      await changed(strapi, 'delete from portal_outbox where subject = ?', [ticket.reference]);
      await emptyRequest(strapi, ticket);
    }
    await getService(strapi, 'word-keeper', wordKeeper).heard(page.map(({ id }) => ({ id: 0, type: 'ticket.emptied', subject: '', payload: { ticketId: id }, at: now() })));
    count += page.length;
  }
  return count;
};

/** Chats in which nothing was written for so long, over or never answered. */
const oldChats = async (strapi: Strapi, before: Date): Promise<number> => {
  let count = 0;
  const sql = "select id, key from portal_chats where state in ('ended', 'left') and last_word_at < ?";
  for await (const page of pagesOf<{ id: number; key: string }>(strapi, sql, [before])) count += await removeChats(strapi, page);
  return count;
};

const archives = async (strapi: Strapi): Promise<number> => {
  const over = await readRows<{ id: number; key: string }>(strapi, "select id, key from portal_data_exports where state = 'ready' and expires_at < ?", [now()]);
  for (const { key } of over) await removeArchive(strapi, key);
  const ids = over.map(({ id }) => id);
  if (ids.length > 0) await writeStatement(strapi, `update portal_data_exports set state = 'expired', size = null where id in (${marks(ids)})`, ids);
  return over.length;
};

/** What is kept no longer than the policy says. */
export const retention = ({ strapi }: { strapi: Strapi }) => {
  const ago = (count: number): Date => after(now(), -days(count));
  const older = (count: number, forget: (before: Date) => Promise<number>): Promise<number> => (count === 0 ? Promise.resolve(0) : forget(ago(count)));

  const isDone = async (once: string): Promise<boolean> => (await readRows(strapi, 'select id from portal_audit_entries where once_key = ?', [once])).length > 0;

  return {
    /** Does what is due and answers how many of what. Twice is once. */
    async run(): Promise<Counts> {
      const kept = getService(strapi, 'policies', policies).retention();
      return {
        receivedMails: await older(kept.receivedMailDays, (before) => receivedMails(strapi, before)),
        sentMails: await older(kept.sentMailDays, (before) => removeOld(strapi, 'portal_mails', "state <> 'queued' and created_at < ?", before)),
        closedRequests: await older(kept.closedTicketDays, (before) => closedRequests(strapi, before)),
        chats: await older(kept.chatDays, (before) => oldChats(strapi, before)),
        searches: await getService(strapi, 'search-records', searchRecords).forgetOld(),
        logEntries: await older(kept.auditDays, (before) => removeOld(strapi, 'portal_audit_entries', 'created_at < ?', before)),
        archives: await archives(strapi),
        events: await removeOld(strapi, 'portal_outbox', "state = 'delivered' and created_at < ?", ago(toldDays)),
      };
    },

    /** Once a day, whichever node looks first; what was forgotten is in the log as figures. */
    async runDaily(): Promise<void> {
      const once = `retention:${now().toISOString().slice(0, 10)}`;
      if (await isDone(once)) return;
      const counts = await this.run();
      const some = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
      await getService(strapi, 'audit-log', auditLog).happened(portalItself, { kind: 'retention', what: 'retention', action: 'forgotten', facts: some, once });
    },
  };
};
