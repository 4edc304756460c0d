import type { NotificationLine } from '../../../contracts/notifications';
import { toIso } from '../tickets/serialize';
import type { NotificationRow } from './rows';

/** A notification as its customer reads it; an allow-list. */
export const toLine = ({ id, kind, title, actor, reference, state, readAt, createdAt }: NotificationRow): NotificationLine => ({
  id,
  kind,
  title,
  by: actor ?? '',
  reference,
  state,
  read: readAt !== null,
  createdAt: toIso(createdAt),
});
