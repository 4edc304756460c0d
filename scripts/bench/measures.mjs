import { measure, measureSending } from './load.mjs';

const stockQuery = (requester) => new URLSearchParams({ 'filters[requesterId][$eq]': requester, 'pagination[pageSize]': '25', sort: 'updatedAt:desc' });

/** The last thirty days, as the page of figures asks for them. */
export const thirtyDays = (before = 0) => {
  const day = (count) => new Date(Date.now() - count * 86_400_000).toISOString().slice(0, 10);
  return new URLSearchParams({ from: day(before + 29), to: day(before), compare: 'before' });
};

/**
 * All measures of one data set, in the order of the table. `floor` names the measure that a ratio is taken
 * to, `promised` the least ratio of product.md.
 */
export const measuresOf = ({ origin }, { viewer, cookie, long, senderCookies }, { token, article, agent }) => {
  const at = (path, headers) => () => measure(`${origin}${path}`, headers);
  const me = { cookie };
  const list = '/api/portal/tickets?pageSize=25';
  const one = `/api/portal/tickets/${long}`;
  const stock = stockQuery(viewer.customer);
  return [
    { name: 'F1: no-op API route', key: 'F1', take: at('/api/bench/nothing') },
    { name: '/_health, which no API route can reach', floor: 'F1', take: at('/_health') },
    { name: "F2: emptiest page", key: 'F2', take: async () => firstPresent([`${origin}/support/_empty`, `${origin}/support/sign-in`]) },
    { name: 'stock content API, list of 25, signed in', key: 'stock', floor: 'F1', take: at(`/api/bench/tickets?${stock}`, { authorization: `Bearer ${token}` }) },
    { name: 'stock content API, list of 25, no sign-in', floor: 'F1', take: at(`/api/bench/open-tickets?${stock}`) },
    { name: 'ticket list, 25 rows', key: 'list', floor: 'F1', promised: 0.5, take: at(list, me), path: list },
    { name: 'ticket list against stock, signed in', from: 'list', floor: 'stock', promised: 4 },
    { name: 'one ticket with 40 comments', floor: 'F1', promised: 0.35, take: at(one, me), path: one },
    { name: 'request list page (HTML)', floor: 'F2', promised: 0.35, take: at('/support/requests', me), path: '/support/requests' },
    { name: 'ticket page (HTML), 40 comments', floor: 'F2', promised: 0.35, take: at(`/support/requests/${long}`, me), path: `/support/requests/${long}` },
    { name: 'dashboard, in one call', floor: 'F1', take: at('/api/portal/dashboard', me), path: '/api/portal/dashboard' },
    { name: 'dashboard page (HTML)', floor: 'F2', take: at('/support/dashboard', me), path: '/support/dashboard' },
    { name: 'article page, anonymous', floor: 'F2', promised: 0.8, take: at(`/support/articles/${article}`) },
    { name: 'FA: the admin’s own /admin/users/me', key: 'FA', floor: 'F1', take: at('/admin/users/me', agent) },
    { name: 'agents’ inbox, 25 of all open', floor: 'F1', promised: 0.5, take: at('/portal/tickets?pageSize=25&state=active&snoozed=no', agent) },
    { name: 'agents’ inbox, waiting for us', floor: 'FA', take: at('/portal/tickets?pageSize=25&state=active&snoozed=no&turn=agent', agent) },
    { name: 'agents’ inbox, overdue', floor: 'FA', take: at('/portal/tickets?pageSize=25&state=active&due=breached&sort=dueAt', agent) },
    { name: 'agents’ inbox, words', floor: 'FA', take: at('/portal/tickets?pageSize=25&q=my%20parcel%20has%20not', agent) },
    { name: 'counts of all views', floor: 'FA', take: at('/portal/views', agent) },
    { name: 'analytics of 30 days', floor: 'F1', promised: 0.5, take: at(`/portal/analytics?${thirtyDays()}`, agent) },
    { name: 'sending a ticket', promisedPerSecond: 250, promisedP99: 60, take: () => measureSending(origin, senderCookies) },
  ];
};

const firstPresent = async (urls) => {
  for (const url of urls) {
    const figures = await measure(url);
    if (!figures.absent) return { ...figures, note: new URL(url).pathname };
  }
  return { absent: 'no page answers' };
};
