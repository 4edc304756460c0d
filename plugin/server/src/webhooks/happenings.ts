import type { WebhookEvent } from '../../../contracts/webhooks';
import type { DeliveredEvent } from '../platform/tell-subscribers';
import type { About } from './rows';

/** Events of the outbox that can be told elsewhere. */
export const heardTypes = ['ticket.opened', 'comment.added', 'ticket.state_changed', 'ticket.closed', 'ticket.reopened', 'ticket.rated', 'chat.ended'];

interface Payload extends About {
  actor?: { kind: 'customer' | 'agent' | 'system' };
  data?: { from?: string; to?: string };
}

/** What happened, in the words of webhooks, with nothing of it that is not asked for. */
export const happeningOf = ({ type, payload }: Pick<DeliveredEvent, 'type' | 'payload'>): { event: WebhookEvent; about: About } | null => {
  const { ticketId, commentId, actor, data, score, how, waitedSeconds, lastedSeconds } = payload as unknown as Payload;
  const ticket = { ...(ticketId ? { ticketId } : {}) };
  if (type === 'ticket.opened') return { event: 'ticket.opened', about: { ...ticket, ...(commentId ? { commentId } : {}) } };
  if (type === 'comment.added') return commentId ? { event: actor?.kind === 'agent' ? 'ticket.agent_replied' : 'ticket.customer_replied', about: { ...ticket, commentId } } : null;
  if (type === 'ticket.rated') return { event: 'ticket.rated', about: { ...ticket, score: score ?? 0 } };
  if (type === 'chat.ended') return { event: 'chat.ended', about: { ...ticket, how: how ?? '', waitedSeconds: waitedSeconds ?? null, lastedSeconds: lastedSeconds ?? 0 } };
  const to = type === 'ticket.closed' ? 'closed' : (data?.to ?? (type === 'ticket.reopened' ? 'open' : undefined));
  return to ? { event: 'ticket.state_changed', about: { ...ticket, from: data?.from ?? (type === 'ticket.reopened' ? 'closed' : null), to } } : null;
};
