import { mailStore } from '../../inbound-mail/inbound-settings';
import { bouncedAddresses } from '../../mail/services/bounced-addresses';
import { getService } from '../../platform/get-service';
import { events } from '../../platform/services/events';
import { writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { allOf, changed, containing, marks, pagesOf, pieces } from './step';
import type { Leaving, Step } from './step';

interface OwnTicket {
  id: number;
  reference: string;
  subject: string;
}
interface Sent {
  id: number;
  to: string;
  subject: string;
  text: string | null;
}
const ownSql = 'select id, reference, subject from portal_tickets where requester_id = ?';
/** Shorter subjects, such as “Help”, stand above the mails of others as well. */
const tellingSubject = 10;

/** Mails from before they knew their ticket are known by what they say. */
const isAbout = ({ email }: Leaving, own: OwnTicket[]): ((mail: Sent) => boolean) => {
  const references = new Set(own.map(({ reference }) => reference));
  const subjects = own.map(({ subject }) => subject).filter((subject) => subject.length >= tellingSubject);
  return ({ to, subject, text }) => {
    const words = `${subject}\n${text ?? ''}`;
    return to.toLowerCase() === email || words.includes(email) || (words.match(/R-[0-9A-Z]{6}/g) ?? []).some((each) => references.has(each)) || subjects.some((each) => subject.includes(each));
  };
};

const sentMails = async (strapi: Strapi, who: Leaving): Promise<number> => {
  const own = await allOf<OwnTicket>(strapi, ownSql, [who.customerId]);
  let count = await changed(strapi, 'delete from portal_mails where "to" = ?', [who.email]);
  for (const ids of pieces(own.map(({ id }) => id))) count += await changed(strapi, `delete from portal_mails where ticket_id in (${marks(ids)})`, ids);
  const about = isAbout(who, own);
  for await (const page of pagesOf<Sent>(strapi, 'select id, "to", subject, text from portal_mails where ticket_id is null', [], 'id', 500)) {
    const ids = page.filter(about).map(({ id }) => id);
    for (const some of pieces(ids)) count += await changed(strapi, `delete from portal_mails where id in (${marks(some)})`, some);
  }
  return count;
};

const visitedSql = `select t.id, t.reference, t.subject from portal_tickets t where t.requester_id <> ? and exists (select 1 from portal_comments c where c.ticket_id = t.id and c.author_kind = 'customer' and c.author_id = ?)`;

/** Others were mailed what he wrote in their requests, with his name above it. */
const toOthers = async (strapi: Strapi, { customerId, names }: Leaving): Promise<number> => {
  const visited = await allOf<OwnTicket>(strapi, visitedSql, [customerId, customerId], 't.id');
  let count = 0;
  for (const some of pieces(visited.map(({ id }) => id))) {
    for await (const page of pagesOf<Sent>(strapi, `select id, "to", subject, text from portal_mails where ticket_id in (${marks(some)})`, some, 'id', 500)) {
      const ids = page.filter(({ subject, text }) => names.some((name) => `${subject}\n${text ?? ''}`.includes(name))).map(({ id }) => id);
      for (const gone of pieces(ids)) count += await changed(strapi, `delete from portal_mails where id in (${marks(gone)})`, gone);
    }
  }
  return count;
};

const receivedSql = `select m.id, m.key from portal_received_mails m where m.size > 0 and (m.sender = ? or cast(m.decisions as text) like ? escape '\\'
  or m.ticket_id in (select t.id from portal_tickets t where t.requester_id = ?) or m.comment_id in (select c.id from portal_comments c where c.author_kind = 'customer' and c.author_id = ?))`;
const emptySql = `update portal_received_mails set sender = '', subject = '', recipients = '[]', message_id = null, decisions = null, last_error = null, size = 0,
  state = case when state in ('received', 'held', 'failed') then 'discarded' else state end, reason = case when state in ('received', 'held', 'failed') then 'discarded' else reason end where id = ?`;

/** The fingerprint stays: the same mail, fetched once more, must not come back. Bytes first, so that a row without bytes is found again. */
export const emptyReceived = async (strapi: Strapi, mails: { id: number; key: string }[]): Promise<number> => {
  for (const { id, key } of mails) {
    await mailStore(strapi).remove(key);
    await writeStatement(strapi, emptySql, [id]);
  }
  return mails.length;
};

const receivedMails = async (strapi: Strapi, { email, customerId }: Leaving): Promise<number> => {
  let count = 0;
  for await (const page of pagesOf<{ id: number; key: string }>(strapi, receivedSql, [email, containing(email), customerId, customerId], 'm.id')) {
    count += await emptyReceived(strapi, page);
  }
  return count;
};

/** What was sent to him or about his requests, and what came from him. */
export const mails: Step = {
  name: 'mails',
  async run(strapi, who) {
    // What is still to be told would be mailed after this.
    await getService(strapi, 'events', events).deliverDue();
    const [sent, received] = [await sentMails(strapi, who), await receivedMails(strapi, who)];
    await getService(strapi, 'bounced-addresses', bouncedAddresses).clear(who.email);
    return { sentMails: sent + (await toOthers(strapi, who)), receivedMails: received };
  },
};
