import { Refusal } from '../../platform/errors';
import { fieldError, refuseFields } from '../../platform/validate';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';

const seenSql = 'select id from portal_comments where key = ? and ticket_id = ?';
const newerSql = `select
  (select count(*) from portal_comments where ticket_id = ? and id > ? and internal = ? and not (author_kind = 'agent' and author_id = ?)) as "comments",
  (select count(*) from portal_held_replies where ticket_id = ? and agent_id <> ?) as "held",
  (select max(id) from portal_comments where ticket_id = ? and internal = ?) as "last"`;

/** What was written since an agent looked. Inside the transaction that holds the ticket. */
export const newerMessages = ({ strapi }: { strapi: Strapi }) => ({
  /**
   * Refuses with 409 `newer_messages` when the customer or a colleague wrote after `seen`, or a colleague's reply
   * is on its way (unless `anyway`). Own messages and notes are no reason. Answers the id of the last message.
   */
  async refuse(ticketId: number, { seen, anyway }: { seen?: string; anyway?: boolean }, agentId: number): Promise<number> {
    const [known] = seen === undefined ? [] : await readRows<{ id: number }>(strapi, seenSql, [seen, ticketId]);
    if (seen !== undefined && !known) return refuseFields([fieldError('seen', 'not_allowed')]);
    const [newer] = await readRows<{ comments: number | string; held: number | string; last: number | null }>(strapi, newerSql, [ticketId, known?.id ?? 0, false, agentId, ticketId, agentId, ticketId, false]);
    const isNewer = known !== undefined && (Number(newer?.comments) > 0 || (!anyway && Number(newer?.held) > 0));
    if (isNewer) throw new Refusal('newer_messages', 'Somebody wrote since you looked. Nothing was sent; read what is new, then send it anyway or change it.');
    return newer?.last ?? 0;
  },
});
