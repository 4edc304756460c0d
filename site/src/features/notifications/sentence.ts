import type { NotificationLine } from '@contracts/notifications';
import type { Words } from '@i18n/index';
import { path } from '@layouts/paths';

/** What happened, in one sentence. */
export const newsSentence = ({ notifications: { sentences } }: Words, { kind, by, state }: Pick<NotificationLine, 'kind' | 'by' | 'state'>): string =>
  kind === 'solved' ? sentences.solved[state ?? 'solved'] : sentences[kind](by);

/** Where it happened: the request, or the home page, on which incidents stand. */
export const newsAddress = ({ reference }: Pick<NotificationLine, 'reference'>): string => path(reference === null ? '/' : `/requests/${reference}`);
