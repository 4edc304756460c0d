import type { AttachmentRow } from '../../conversation/rows';
import { storedFiles } from '../../conversation/services/stored-files';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { readRows, writeStatement } from '../../platform/statements';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { notificationWriting } from '../../notifications/services/notification-writing';
import { searchIndex } from '../../search/services/search-index';
import { fold } from '../../tickets/search-text';
import type { TicketEventRow } from '../../tickets/rows';
import { allOf, changed, erasedName, erasedSubject, erasedText, hasWords, marks, pagesOf } from './step';
import type { Leaving, Step } from './step';

/** A request by its number and its reference. */
export interface Own {
  id: number;
  reference: string;
}
const leftSql = `select id, reference from portal_tickets where requester_id = ? and ${hasWords}`;
/** Events whose data names people, files or other words; states, priorities and references may stay. */
const wordy = ['participant.added', 'participant.removed', 'attachment.removed', 'ticket.shared', 'ticket.unshared'];

/** Bytes first: what is left by a process that ends here is found again by its row. */
export const removeFiles = async (strapi: Strapi, where: string, bindings: (string | number)[]): Promise<number> => {
  const store = getService(strapi, 'stored-files', storedFiles);
  let count = 0;
  for await (const page of pagesOf<Pick<AttachmentRow, 'id' | 'key' | 'store'>>(strapi, `select id, key, store from portal_attachments where ${where}`, bindings)) {
    for (const row of page) await store.remove(row);
    const ids = page.map(({ id }) => id);
    count += await changed(strapi, `delete from portal_attachments where id in (${marks(ids)})`, ids);
  }
  return count;
};

/** A visible line, so that no node goes on showing the conversation that it holds in memory. */
export const tellErased = (strapi: Strapi, ticketId: number): Promise<number> =>
  insertRow<TicketEventRow>(strapi, 'ticket-event', { ticketId, type: 'comment.redacted', actorKind: 'system', actorName: '', data: {}, internal: false });

const forgetTold = async (strapi: Strapi, ticketId: number): Promise<void> => {
  const told = await readRows<{ customerId: number }>(strapi, 'select distinct customer_id as "customerId" from portal_notifications where ticket_id = ?', [ticketId]);
  for (const { customerId } of told) await getService(strapi, 'notification-writing', notificationWriting).dropTicket(customerId, ticketId);
};

/** All words of one request, whoever wrote them: it is its requester's, and others read it by his leave. What remains can be counted. */
export const emptyRequest = async (strapi: Strapi, { id, reference }: Own): Promise<number> =>
  inTransaction(strapi, async () => {
    const messages = await changed(strapi, 'update portal_comments set body = ?, cut = null, remarks = null where ticket_id = ?', [erasedText, id]);
    await writeStatement(strapi, `update portal_ticket_events set data = '{}' where ticket_id = ? and type in (${marks(wordy)})`, [id, ...wordy]);
    for (const table of ['portal_held_replies', 'portal_participants', 'portal_share_links', 'portal_ticket_mutes']) await changed(strapi, `delete from ${table} where ticket_id = ?`, [id]);
    await writeStatement(strapi, 'update portal_suggestions set subject = null, text = null where ticket_id = ?', [id]);
    await writeStatement(strapi, 'update portal_ratings set comment = null where ticket_id = ?', [id]);
    await forgetTold(strapi, id);
    await getService(strapi, 'search-index', searchIndex).unlearn(`ticket:${id}`);
    await writeStatement(strapi, 'update portal_article_links set removed = ? where cause = ?', [true, `ticket:${id}`]);
    await tellErased(strapi, id);
    await writeStatement(strapi, 'update portal_tickets set subject = ?, fields = null, search_text = ? where id = ?', [erasedSubject, fold(reference), id]);
    return messages;
  });

const unname = async (strapi: Strapi, { id }: Own, who: Leaving): Promise<void> => {
  await writeStatement(strapi, `update portal_comments set author_name = ? where ticket_id = ? and author_kind = 'customer' and author_id = ?`, [erasedName, id, who.customerId]);
  await writeStatement(strapi, `update portal_ticket_events set actor_name = ? where ticket_id = ? and actor_kind = 'customer' and actor_name in (${marks(who.names)})`, [erasedName, id, ...who.names]);
};

/** His own requests: words, files and names go; reference, category, states and times stay. */
export const requests: Step = {
  name: 'requests',
  async run(strapi, who) {
    let [tickets, messages, files] = [0, 0, 0];
    for (const ticket of await allOf<Own>(strapi, leftSql, [who.customerId])) {
      files += await removeFiles(strapi, 'ticket_id = ?', [ticket.id]);
      messages += await inTransaction(strapi, async () => {
        await unname(strapi, ticket, who);
        return emptyRequest(strapi, ticket);
      });
      tickets += 1;
    }
    return { requests: tickets, messages, files };
  },
};
