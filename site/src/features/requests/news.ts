import { toldBy } from '@features/forms/told-by';
import type { Words } from '@i18n/index';

/** What was just done, told once after the redirect; the address says which. */
export const requestNews = (words: Words, query: URLSearchParams): string | undefined => {
  const { requests, wizard } = words;
  return toldBy(query, {
    sent: `${wizard.sentTitle}. ${wizard.sentNext}`,
    replied: requests.page.sent,
    closed: requests.close.done,
    reopened: requests.reopen.done,
    removed: requests.page.fileRemoved,
  });
};
