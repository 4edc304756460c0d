import { path } from '@layouts/paths';

/** Which part of the list somebody looks at. */
export interface NotificationChoice {
  unread: boolean;
  page: number;
}

/** Reads the list's address; what is no page is the first. */
export const notificationChoice = (query: URLSearchParams): NotificationChoice => {
  const page = Number(query.get('page') ?? 1);
  return { unread: query.get('unread') === 'yes', page: Number.isSafeInteger(page) && page > 0 && page <= 100_000 ? page : 1 };
};

/** The query of the API call for it, and of the page. */
export const notificationQuery = ({ unread, page }: NotificationChoice): string => new URLSearchParams([...(unread ? [['unread', 'yes']] : []), ...(page > 1 ? [['page', String(page)]] : [])]).toString();

/** The address of a part of the list. */
export const notificationAddress = (choice: NotificationChoice): string => {
  const query = notificationQuery(choice);
  return `${path('/notifications')}${query ? `?${query}` : ''}`;
};
