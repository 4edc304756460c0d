/**
 * What becomes of each table when a customer is erased. A new table needs its line here, and where it holds anything of
 * a person its place in `erasing/` and, if it is his, in `archive/`; a test compares this list with the tables there are.
 */
export const everyTable: Readonly<Record<string, 'emptied' | 'removed' | 'kept' | 'nobody'>> = {
  // Rows stay for the figures, without a word of the person.
  customer: 'emptied', ticket: 'emptied', 'ticket-event': 'emptied', comment: 'emptied', rating: 'emptied', suggestion: 'emptied', 'article-feedback': 'emptied', 'received-mail': 'emptied',
  'audit-entry': 'emptied', 'article-link': 'emptied',
  // Rows go.
  authenticator: 'removed', passkey: 'removed', 'passkey-question': 'removed', 'recovery-code': 'removed', 'trusted-browser': 'removed', 'sign-in-challenge': 'removed', 'failed-code': 'removed',
  identity: 'removed', 'provider-visit': 'removed', 'refresh-token': 'removed',
  session: 'removed', 'verification-code': 'removed', participant: 'removed', 'share-link': 'removed', 'ticket-mute': 'removed', attachment: 'removed', draft: 'removed', 'held-reply': 'removed', mail: 'removed',
  'bounced-address': 'removed', notification: 'removed', 'notification-choice': 'removed', 'push-subscription': 'removed', 'push-message': 'removed', 'idempotency-key': 'removed', outbox: 'removed', 'search-example': 'removed', 'search-record': 'removed',
  'written-answer': 'removed', 'answer-budget': 'removed', 'incident-follower': 'removed', 'data-export': 'removed', chat: 'removed', 'chat-message': 'removed', 'chat-block': 'removed',
  // Numbers and agents' doings, with nothing of the person in them.
  'reply-vote': 'kept', 'ticket-tag': 'kept', 'read-mark': 'kept', presence: 'kept', 'joined-ticket': 'kept', 'incident-ticket': 'kept', 'ticket-fact': 'kept', 'day-figure': 'kept', erasure: 'kept', 'webhook-message': 'kept',
  // Not about customers.
  organisation: 'nobody', segment: 'nobody', setting: 'nobody', category: 'nobody', view: 'nobody', 'saved-reply': 'nobody', 'service-level': 'nobody', 'sla-target': 'nobody', incident: 'nobody', 'incident-update': 'nobody',
  article: 'nobody', 'portal-block': 'nobody', 'knowledge-category': 'nobody', 'article-version': 'nobody', 'article-day': 'nobody', 'word-list': 'nobody', 'taken-gap': 'nobody', 'watched-mailbox': 'nobody', 'blocked-content': 'nobody',
  'chat-seat': 'nobody', webhook: 'nobody', heartbeat: 'nobody', migration: 'nobody',
  'search-document': 'nobody', 'search-word': 'nobody', 'search-change': 'nobody', 'search-state': 'nobody', 'search-vector': 'nobody',
};
