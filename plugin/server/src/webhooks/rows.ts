import type { WebhookEvent } from '../../../contracts/webhooks';
import type { Row } from '../platform/rows';

export interface WebhookRow extends Row {
  name: string;
  address: string;
  events: WebhookEvent[] | string;
  active: boolean;
  withEmail: boolean;
  sealed: string | null;
  fileName: string | null;
}

/** What happened, by ids and by words that are nobody's. */
export interface About {
  ticketId?: number;
  commentId?: number;
  from?: string | null;
  to?: string;
  score?: number;
  how?: string;
  waitedSeconds?: number | null;
  lastedSeconds?: number;
}

export interface WebhookMessageRow extends Row {
  key: string;
  webhookId: number;
  event: WebhookEvent;
  subject: string;
  about: About | string;
  happenedAt: string | Date;
  state: 'queued' | 'sent' | 'failed' | 'dropped';
  attempts: number;
  availableAt: string | Date;
  lockedUntil: Date | null;
  status: number | null;
  lastError: string | null;
}
