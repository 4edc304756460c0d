import { getService } from '../../platform/get-service';
import { events } from '../../platform/services/events';
import { writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { removeArchive } from '../archive/places';
import { allOf, changed, containing, marks, pagesOf, pieces } from './step';
import type { Leaving, Step } from './step';

interface Told {
  id: number;
  payload: unknown;
}
const involvedSql = `select t.id, t.reference from portal_tickets t where (t.requester_id = ? or exists (select 1 from portal_comments c where c.ticket_id = t.id and c.author_kind = 'customer' and c.author_id = ?)
  or exists (select 1 from portal_ticket_events e where e.ticket_id = t.id and e.type like 'participant.%'))`;

const mentions = ({ email, names, customerId }: Leaving) => {
  const acting = `"kind":"customer","id":${customerId},`;
  return ({ payload }: Told): boolean => {
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return text.replaceAll(' ', '').includes(acting) || text.includes(email) || names.some((name) => text.includes(JSON.stringify(name)));
  };
};

/** Events that were told are done with. Of his own requests none stays, of others those that name him. */
const toldEvents = async (strapi: Strapi, who: Leaving): Promise<number> => {
  await getService(strapi, 'events', events).deliverDue();
  const own = await allOf<{ id: number; reference: string }>(strapi, 'select id, reference from portal_tickets where requester_id = ?', [who.customerId]);
  let count = await changed(strapi, 'delete from portal_outbox where subject = ?', [String(who.customerId)]);
  for (const some of pieces(own.map(({ reference }) => reference))) count += await changed(strapi, `delete from portal_outbox where subject in (${marks(some)})`, some);
  const involved = await allOf<{ id: number; reference: string }>(strapi, involvedSql, [who.customerId, who.customerId], 't.id');
  const isHim = mentions(who);
  for (const some of pieces(involved.map(({ reference }) => reference))) {
    for await (const page of pagesOf<Told>(strapi, `select id, payload from portal_outbox where state <> 'pending' and subject in (${marks(some)})`, some, 'id', 500)) {
      const ids = page.filter(isHim).map(({ id }) => id);
      for (const gone of pieces(ids)) count += await changed(strapi, `delete from portal_outbox where id in (${marks(gone)})`, gone);
    }
  }
  return count;
};

/** That something was done, when and by whom, stays; that it was he does not. */
const logEntries = async (strapi: Strapi, { customerId, email, names }: Leaving): Promise<number> => {
  let count = await changed(strapi, `update portal_audit_entries set what = 'erased customer', after = case when kind = 'sign_in' then '{}' else after end, once_key = null where customer_id = ?`, [customerId]);
  for (const word of [email, ...names]) {
    const like = containing(word);
    count += await changed(strapi, `update portal_audit_entries set what = 'erased customer' where what like ? escape '\\'`, [like]);
    await writeStatement(strapi, `update portal_audit_entries set before = '{}', after = '{}' where cast(before as text) like ? escape '\\' or cast(after as text) like ? escape '\\'`, [like, like]);
  }
  return count;
};

const archives = async (strapi: Strapi, { customerId }: Leaving): Promise<number> => {
  const found = await allOf<{ id: number; key: string }>(strapi, 'select id, key from portal_data_exports where customer_id = ?', [customerId]);
  for (const { id, key } of found) {
    // The row first: whoever is making it then stops.
    await changed(strapi, `update portal_data_exports set state = 'failed' where id = ?`, [id]);
    await removeArchive(strapi, key);
    await changed(strapi, 'delete from portal_data_exports where id = ?', [id]);
  }
  return found.length;
};

/** What the house wrote down while he was here: told events, the log, archives that were made for him. */
export const traces: Step = {
  name: 'traces',
  run: async (strapi, who) => ({ archives: await archives(strapi, who), events: await toldEvents(strapi, who), logEntries: await logEntries(strapi, who) }),
};
