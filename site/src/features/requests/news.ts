import { toldBy } from '@features/forms/told-by';
import type { Words } from '@i18n/index';

/** What was just done, and what comes next. */
export interface News {
  title: string;
  text?: string;
}

/** The news of an address, told once after the redirect. */
export const requestNews = (words: Words, query: URLSearchParams): News | undefined => {
  const { notifications, requests, secrets, wizard } = words;
  return toldBy<News>(query, {
    sent: { title: wizard.sentTitle, text: wizard.sentNext },
    replied: { title: requests.page.sent },
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
