import type { NotificationChannel, NotificationKind } from '../../../contracts/notifications';
import type { PushMessage } from '../../../contracts/push';
import type { Row } from '../platform/rows';

export interface NotificationRow extends Row {
  key: string;
  customerId: number;
  kind: NotificationKind;
  ticketId: number | null;
  reference: string | null;
  title: string;
  actor: string | null;
  state: 'solved' | 'closed' | 'open' | null;
  own: boolean | number;
  shown: boolean | number;
  readAt: Date | null;
  digestAt: Date | null;
}

/** Channels by kind, where he said something. */
export type OwnChoices = Partial<Record<NotificationKind, NotificationChannel[]>>;

export interface NotificationChoiceRow extends Row {
  customerId: number;
  choices: OwnChoices | null;
  quietFrom: string | null;
  quietUntil: string | null;
  digestHour: number;
  feedKey: string | null;
}

export interface PushSubscriptionRow extends Row {
  key: string;
  customerId: number;
  sessionId: number;
  endpointHash: string;
  sealed: string;
  device: string | null;
  withText: boolean | number;
}

export interface PushMessageRow extends Row {
  key: string;
  customerId: number;
  subscriptionId: number;
  message: PushMessage | string | null;
  state: 'queued' | 'sent' | 'dropped';
  attempts: number;
  availableAt: Date;
  lockedUntil: Date | null;
}
