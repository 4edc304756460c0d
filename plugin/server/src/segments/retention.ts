import type { PolicyValues } from '../../../contracts/policy';

/** Days for which things are kept; the keys `retention.*` of the policy. */
export interface Retention {
  receivedMailDays: number;
  sentMailDays: number;
  closedTicketDays: number;
  searchDays: number;
  notificationDays: number;
  auditDays: number;
  chatDays: number;
  exportDays: number;
  erasureDelayDays: number;
}
export type RetentionKey = `retention.${keyof Retention}`;

/** The keys of the policy that say so. */
export const retentionPolicyKeys = [
  'retention.receivedMailDays', 'retention.sentMailDays', 'retention.closedTicketDays', 'retention.searchDays',
  'retention.notificationDays', 'retention.auditDays', 'retention.chatDays', 'retention.exportDays', 'retention.erasureDelayDays',
] as const satisfies readonly RetentionKey[];

/** What config/plugins.ts says of it, by the keys of the policy. */
export const retentionKeys = (days: Retention): Pick<PolicyValues, RetentionKey> => ({
  'retention.receivedMailDays': days.receivedMailDays,
  'retention.sentMailDays': days.sentMailDays,
  'retention.closedTicketDays': days.closedTicketDays,
  'retention.searchDays': days.searchDays,
  'retention.notificationDays': days.notificationDays,
  'retention.auditDays': days.auditDays,
  'retention.chatDays': days.chatDays,
  'retention.exportDays': days.exportDays,
  'retention.erasureDelayDays': days.erasureDelayDays,
});

/** The same the other way round. */
export const retentionOf = (values: Pick<PolicyValues, RetentionKey>): Retention => ({
  receivedMailDays: values['retention.receivedMailDays'],
  sentMailDays: values['retention.sentMailDays'],
  closedTicketDays: values['retention.closedTicketDays'],
  searchDays: values['retention.searchDays'],
  notificationDays: values['retention.notificationDays'],
  auditDays: values['retention.auditDays'],
  chatDays: values['retention.chatDays'],
  exportDays: values['retention.exportDays'],
  erasureDelayDays: values['retention.erasureDelayDays'],
});
