import type { NotificationsLeft } from '@contracts/notifications';

const promises = ['sec-purpose', 'purpose', 'x-moz', 'x-purpose'];

/** True where the browser only fetches a page in case somebody goes there. */
export const isPrefetch = ({ headers }: Request): boolean => promises.some((name) => /prefetch|prerender|preview/i.test(headers.get(name) ?? ''));

/**
 * What a request's page shows is seen: its notifications are read once somebody opens it. Nothing is asked
 * where nothing is unread, and nothing is marked by a browser that only looks ahead.
 */
export const readWhenOpened = async (locals: App.Locals, request: Request, reference: string): Promise<void> => {
  const { viewer, api } = locals;
  if (!viewer || viewer.unread === 0 || request.method !== 'GET' || isPrefetch(request)) return;
  const answer = await api.send<NotificationsLeft>('POST', '/notifications/readings', { ticket: reference });
  if (answer.ok) locals.viewer = { ...viewer, unread: answer.data.unread };
};
