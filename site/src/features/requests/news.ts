import { toldBy } from '@features/forms/told-by';
import type { Words } from '@i18n/index';

/** What was just done, and what comes next. */
export interface News {
  title: string;
  text?: string;
}

/** The news of an address, told once after the redirect. */
export const requestNews = (words: Words, query: URLSearchParams): News | undefined => {
  const { requests, wizard } = words;
<<<<<<< HEAD
  return toldBy(query, {
    sent: `${wizard.sentTitle}. ${wizard.sentNext}`,
    replied: requests.page.sent,
    closed: requests.close.done,
    reopened: requests.reopen.done,
    removed: requests.page.fileRemoved,
  });
=======
  const news: Record<string, News> = {
    sent: { title: wizard.sentTitle, text: wizard.sentNext },
    replied: { title: requests.page.sent },
    closed: { title: requests.close.done },
    reopened: { title: requests.reopen.done },
    removed: { title: requests.page.fileRemoved },
  };
  return news[query.get('done') ?? ''];
>>>>>>> components
};
