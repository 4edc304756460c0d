import { toldBy } from '@features/forms/told-by';
import type { Words } from '@i18n/index';

/** What was just done, and what comes next. */
export interface News {
  title: string;
  text?: string;
}

/** The news of an address, told after the redirect. That something went out is no news any more once support has answered it (`isAnswered`). */
export const requestNews = (words: Words, query: URLSearchParams, isAnswered = false): News | undefined => {
  const { notifications, requests, secrets, wizard } = words;
  const out: Record<string, News> = { sent: { title: wizard.sentTitle, text: wizard.sentNext }, replied: { title: requests.page.sent } };
  return toldBy<News>(query, {
    ...(isAnswered ? {} : out),
    closed: { title: requests.close.done },
    reopened: { title: requests.reopen.done },
    shared: { title: requests.share.made, text: requests.share.madeText },
    unshared: { title: requests.share.revoked },
    'person-added': { title: requests.people.added, text: requests.people.addedText },
    'person-removed': { title: requests.people.removed },
    followed: { title: requests.incidents.done },
    unfollowed: { title: requests.incidents.undone },
    muted: { title: notifications.mute.done },
    unmuted: { title: notifications.mute.undone },
    voted: { title: notifications.vote.done },
    removed: { title: requests.page.fileRemoved },
    'taken-out': { title: secrets.takenOut },
    redacted: { title: secrets.redacted },
  });
};
