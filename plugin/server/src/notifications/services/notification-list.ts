import type { NotificationFeed, NotificationLine, NotificationQuery, NotificationReading } from '../../../../contracts/notifications';
import type { Pagination } from '../../../../contracts/platform';
import { customers } from '../../accounts/services/customers';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { columnsFor, readRows } from '../../platform/statements';
import { openingSecrets } from '../../platform/secrets';
import type { Strapi } from '../../platform/domain';
import { isFeedOf, ownerIn } from '../feed-token';
import type { NotificationRow } from '../rows';
import { toLine } from '../serialize';
import { notificationChoices } from './notification-choices';
import { notificationWriting } from './notification-writing';

const columns = columnsFor(['id', 'kind', 'title', 'actor', 'reference', 'state', 'readAt', 'createdAt']);
const own = 'from portal_notifications where customer_id = ? and shown = ?';
const unreadOnly = ' and read_at is null';
const mostInFeed = 30;

/** What one customer was told. Every query has the customer in its where-clause. */
export const notificationList = ({ strapi }: { strapi: Strapi }) => {
  const newest = (customerId: number, which: string, limit: number, offset: number): Promise<NotificationRow[]> =>
    readRows<NotificationRow>(strapi, `select ${columns} ${own}${which} order by id desc limit ? offset ?`, [customerId, true, limit, offset]);

  const unreadOf = async (customerId: number): Promise<number> => {
    const [found] = await readRows<{ unread: number | null }>(strapi, 'select unread from portal_customers where id = ?', [customerId]);
    return found?.unread ?? 0;
  };

  return {
    /** A page of them, the latest first; two statements. */
    async page(customerId: number, { page, pageSize, unread }: NotificationQuery): Promise<{ data: NotificationLine[]; pagination: Pagination }> {
      const which = unread ? unreadOnly : '';
      const [counted] = await readRows<{ total: number | string }>(strapi, `select count(*) as total ${own}${which}`, [customerId, true]);
      const found = await newest(customerId, which, pageSize, (page - 1) * pageSize);
      const total = Number(counted?.total ?? 0);
      return { data: found.map(toLine), pagination: { page, pageSize, pageCount: Math.max(1, Math.ceil(total / pageSize)), total } };
    },

    /** Marks some as read and answers how many are left; what is read already, or another's, changes nothing. */
    async read(customerId: number, reading: NotificationReading): Promise<number> {
      const writing = getService(strapi, 'notification-writing', notificationWriting);
      if ('ids' in reading) await writing.readIds(customerId, reading.ids);
      else if ('upTo' in reading) await writing.readUpTo(customerId, reading.upTo);
      else await writing.readTicket(customerId, reading.ticket);
      return unreadOf(customerId);
    },

    /** The newest of whoever made the feed's address; 404 for one that was taken back, forged, or of somebody without access. */
    async feed(token: string): Promise<NotificationFeed> {
      const choices = getService(strapi, 'notification-choices', notificationChoices);
      const customerId = ownerIn(token);
      const key = customerId === null ? null : await choices.feedKeyOf(customerId);
      if (customerId === null || key === null || !openingSecrets(strapi).some((secret) => isFeedOf(token, customerId, key, secret))) throw notFound();
      const viewer = await getService(strapi, 'customers', customers).viewer(customerId);
      if (!viewer) throw notFound();
      return { language: viewer.language, items: (await newest(customerId, '', mostInFeed, 0)).map(toLine) };
    },
  };
};
