import { quotes } from '../../conversation/quoted-words';
import { inTransaction } from '../../platform/rows';
import { readRows, writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { firstSearchText, searchTextWith } from '../../tickets/search-text';
import { removeFiles, tellErased } from './requests';
import { allOf, changed, containing, erasedName, erasedText, marks } from './step';
import type { Leaving, Step } from './step';

interface Visited {
  id: number;
  reference: string;
  subject: string;
}
interface Said {
  id: number;
  body: string;
  cut: string | null;
  internal: boolean | number;
  authorKind: string;
  authorId: number;
}

const visitedSql = `select t.id, t.reference, t.subject from portal_tickets t where t.requester_id <> ? and (exists (select 1 from portal_comments c where c.ticket_id = t.id and c.author_kind = 'customer' and c.author_id = ?)
  or exists (select 1 from portal_participants p where p.ticket_id = t.id and p.email = ?))`;
const saidSql = 'select id, body, cut, internal, author_kind as "authorKind", author_id as "authorId" from portal_comments where ticket_id = ? order by id';

const isHis = ({ authorKind, authorId }: Said, { customerId }: Leaving): boolean => authorKind === 'customer' && authorId === customerId;

/** What was cut from the mails of others, where it repeats what he wrote. */
const quotingHim = (said: Said[], who: Leaving): number[] => {
  const his = said.filter((each) => isHis(each, who)).map(({ body }) => body);
  return said.filter((each) => each.cut !== null && !isHis(each, who) && quotes(each.cut, his)).map(({ id }) => id);
};

const searchTextOf = ({ reference, subject }: Visited, said: Said[], who: Leaving): string => {
  const [first = '', ...others] = said.filter(({ internal }) => !internal).map((each) => (isHis(each, who) ? erasedText : each.body));
  return others.reduce<string>((text, body) => searchTextWith(text, body), firstSearchText(reference, subject, first));
};

const leave = async (strapi: Strapi, ticket: Visited, who: Leaving): Promise<number> => {
  const said = await readRows<Said>(strapi, saidSql, [ticket.id]);
  return inTransaction(strapi, async () => {
    const quoting = quotingHim(said, who);
    if (quoting.length > 0) await writeStatement(strapi, `update portal_comments set cut = null where id in (${marks(quoting)})`, quoting);
    const messages = await changed(strapi, `update portal_comments set body = ?, cut = null, remarks = null, author_name = ? where ticket_id = ? and author_kind = 'customer' and author_id = ? and author_name <> ?`, [erasedText, erasedName, ticket.id, who.customerId, erasedName]);
    await writeStatement(strapi, `update portal_ticket_events set actor_name = ? where ticket_id = ? and actor_kind = 'customer' and actor_name in (${marks(who.names)})`, [erasedName, ticket.id, ...who.names]);
    await writeStatement(strapi, `update portal_notifications set actor = ? where ticket_id = ? and actor in (${marks(who.names)})`, [erasedName, ticket.id, ...who.names]);
    await writeStatement(strapi, 'update portal_tickets set search_text = ? where id = ?', [searchTextOf(ticket, said, who), ticket.id]);
    if (messages > 0) await tellErased(strapi, ticket.id);
    return messages;
  });
};

/** What he wrote and attached in requests of others, and that he took part in them. */
export const elsewhere: Step = {
  name: 'elsewhere',
  async run(strapi, who) {
    let messages = 0;
    for (const ticket of await allOf<Visited>(strapi, visitedSql, [who.customerId, who.customerId, who.email], 't.id')) messages += await leave(strapi, ticket, who);
    const files = await removeFiles(strapi, `owner_kind = 'customer' and owner_id = ?`, [who.customerId]);
    // Wherever he was added or taken out, his address stands in the timeline.
    await writeStatement(strapi, `update portal_ticket_events set data = '{}' where type in ('participant.added', 'participant.removed') and cast(data as text) like ? escape '\\'`, [containing(who.email)]);
    await changed(strapi, 'delete from portal_participants where email = ?', [who.email]);
    return { messagesElsewhere: messages, filesElsewhere: files };
  },
};
