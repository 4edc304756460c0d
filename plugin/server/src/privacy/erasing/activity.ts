import { newToken } from '../../platform/tokens';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { writeStatement } from '../../platform/statements';
import type { Binding } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { normalQuery } from '../../deflection/masks';
import { searchIndex } from '../../search/services/search-index';
import { ownChats } from './chats';
import { allOf, changed, containing, marks, pieces } from './step';
import type { Counts, Leaving, Step } from './step';

/** Whole rows that are his alone: table, condition, and what is asked for. */
const own = ({ customerId, email }: Leaving): [name: string, table: string, where: string, bindings: Binding[]][] => [
  ['drafts', 'portal_drafts', 'customer_id = ?', [customerId]],
  ['notifications', 'portal_notifications', 'customer_id = ?', [customerId]],
  ['choices', 'portal_notification_choices', 'customer_id = ?', [customerId]],
  ['pushMessages', 'portal_push_messages', 'customer_id = ?', [customerId]],
  ['pushBrowsers', 'portal_push_subscriptions', 'customer_id = ?', [customerId]],
  ['muted', 'portal_ticket_mutes', 'customer_id = ?', [customerId]],
  ['incidents', 'portal_incident_followers', 'customer_id = ?', [customerId]],
  ['shareLinks', 'portal_share_links', 'customer_id = ?', [customerId]],
  ['keys', 'portal_idempotency_keys', 'owner = ?', [`customer:${customerId}`]],
  ['writtenAnswers', 'portal_written_answers', 'owner = ?', [`customer:${customerId}`]],
  ['budgets', 'portal_answer_budgets', 'name like ?', [`% customer:${customerId}`]],
  ['codes', 'portal_verification_codes', 'email = ?', [email]],
];

/** What was offered and taken counts on; what he asked does not stay. */
const suggestions = async (strapi: Strapi, { customerId }: Leaving): Promise<number> => {
  const found = await allOf<{ id: number; key: string }>(strapi, 'select id, key from portal_suggestions where owner = ?', [`customer:${customerId}`]);
  for (const { id, key } of found) {
    await inTransaction(strapi, async () => {
      await getService(strapi, 'search-index', searchIndex).unlearn(`suggestion:${key}`);
      await writeStatement(strapi, 'update portal_article_links set removed = ? where cause = ?', [true, `suggestion:${key}`]);
      await writeStatement(strapi, `update portal_suggestions set owner = 'erased', subject = null, text = null, settled = ? where id = ?`, [true, id]);
    });
  }
  return found.length;
};

const feedback = async (strapi: Strapi, { customerId }: Leaving): Promise<number> => {
  const found = await allOf<{ id: number }>(strapi, 'select id from portal_article_feedback where reader = ?', [`customer:${customerId}`]);
  for (const { id } of found) await writeStatement(strapi, 'update portal_article_feedback set reader = ?, comment = null where id = ?', [`erased:${newToken().slice(0, 22)}`, id]);
  return found.length;
};

/** Searches are kept without who searched. What names him, or repeats the subject of a request of his, is surely about him. */
const searches = async (strapi: Strapi, { customerId, names }: Leaving): Promise<number> => {
  const subjects = await allOf<{ id: number; subject: string }>(strapi, 'select id, subject from portal_tickets where requester_id = ?', [customerId]);
  let count = 0;
  const words = new Set(subjects.map(({ subject }) => normalQuery(subject)).filter((normal) => normal !== ''));
  for (const some of pieces([...words])) count += await changed(strapi, `delete from portal_search_records where normal in (${marks(some)})`, some);
  for (const name of names.map(normalQuery).filter((normal) => normal.includes(' '))) count += await changed(strapi, `delete from portal_search_records where normal like ? escape '\\'`, [containing(name)]);
  return count;
};

/** What he read, chose, looked for and began. */
export const activity: Step = {
  name: 'activity',
  async run(strapi, who) {
    const counts: Counts = {};
    for (const [name, table, where, bindings] of own(who)) counts[name] = await changed(strapi, `delete from ${table} where ${where}`, bindings);
    await writeStatement(strapi, 'update portal_ratings set comment = null where customer_id = ?', [who.customerId]);
    return { ...counts, chats: await ownChats(strapi, who), suggestions: await suggestions(strapi, who), feedback: await feedback(strapi, who), searches: await searches(strapi, who) };
  },
};
