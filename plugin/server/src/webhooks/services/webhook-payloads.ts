import type { WebhookEvent, WebhookPayload } from '../../../../contracts/webhooks';
import { comments } from '../../conversation/services/comments';
import { getService } from '../../platform/get-service';
import { readRows, storedJson } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { toIso } from '../../tickets/serialize';
import type { About, WebhookMessageRow } from '../rows';

type Data<Event extends WebhookEvent> = Extract<WebhookPayload, { type: Event }>['data'];
type Ticket = Data<'ticket.opened'>['ticket'];
type Told = Pick<WebhookMessageRow, 'event' | 'subject' | 'about' | 'happenedAt'>;

interface Found {
  reference: string;
  subject: string;
  state: Ticket['state'];
  priority: Ticket['priority'];
  category: string;
  name: string | null;
  email: string | null;
  createdAt: string | Date;
  updatedAt: string | Date;
}
const ticketSql = `select t.reference, t.subject, t.state, t.priority, c.slug as category, p.name, u.email, t.created_at as "createdAt", t.last_visible_at as "updatedAt"
  from portal_tickets t join portal_categories c on c.id = t.category_id left join portal_customers p on p.id = t.requester_id left join up_users u on u.id = p.user_id where t.id = ?`;

/** What messages say, read when they are sent and key by key: no note, and no address that was not asked for. */
export const webhookPayloads = ({ strapi }: { strapi: Strapi }) => {
  const ticketOf = async ({ ticketId }: About, withEmail: boolean): Promise<Ticket | null> => {
    const [found] = ticketId === undefined ? [] : await readRows<Found>(strapi, ticketSql, [ticketId]);
    if (!found) return null;
    const { reference, subject, state, priority, category, name, email, createdAt, updatedAt } = found;
    return { reference, subject, state, priority, category, requester: { name: name ?? '', ...(withEmail && email ? { email } : {}) }, createdAt: toIso(createdAt), updatedAt: toIso(updatedAt) };
  };
  /** By the customers' own query: a note cannot be found by it. */
  const messageOf = async ({ commentId }: About): Promise<Data<'ticket.opened'>['message'] | null> => {
    const found = commentId === undefined ? null : await getService(strapi, 'comments', comments).visibleById(commentId);
    return found && { id: found.key, author: { kind: found.authorKind, name: found.authorName }, body: found.body, createdAt: toIso(found.createdAt) };
  };
  const chatOf = async ({ how, waitedSeconds, lastedSeconds, ticketId }: About, key: string): Promise<Data<'chat.ended'>> => {
    const [became] = ticketId === undefined ? [] : await readRows<{ reference: string }>(strapi, 'select reference from portal_tickets where id = ?', [ticketId]);
    return { chat: { key, how: how as Data<'chat.ended'>['chat']['how'], ticket: became?.reference ?? null, waitedSeconds: waitedSeconds ?? null, lastedSeconds: lastedSeconds ?? 0 } };
  };

  const dataOf = async (event: WebhookEvent, about: About, subject: string, withEmail: boolean): Promise<object | null> => {
    if (event === 'webhook.tested') return { webhook: subject };
    if (event === 'chat.ended') return chatOf(about, subject);
    const ticket = await ticketOf(about, withEmail);
    if (!ticket) return null;
    if (event === 'ticket.rated') return { ticket, score: about.score };
    if (event === 'ticket.state_changed') return { ticket, change: { from: about.from ?? null, to: about.to } };
    const message = await messageOf(about);
    return message && { ticket, message };
  };

  return {
    /** The body of a message; null where nothing is left of what it was about. */
    async of({ event, subject, about, happenedAt }: Told, withEmail: boolean): Promise<string | null> {
      const data = await dataOf(event, storedJson<About>(about), subject, withEmail);
      return data && JSON.stringify({ type: event, timestamp: toIso(happenedAt), data });
    },
  };
};
