import type { Words } from '@i18n/index';

/** What was just done, told once after the redirect; the address says which. */
export const requestNews = (words: Words, query: URLSearchParams): string | undefined => {
  const { requests, wizard } = words;
  const news: Record<string, string> = {
    sent: `${wizard.sentTitle}. ${wizard.sentNext}`,
    replied: requests.page.sent,
    closed: requests.close.done,
    reopened: requests.reopen.done,
    removed: requests.page.fileRemoved,
  };
  return news[query.get('done') ?? ''];
};
