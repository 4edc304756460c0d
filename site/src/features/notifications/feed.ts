import type { NotificationFeed, NotificationLine } from '@contracts/notifications';
import { xmlText } from '@features/knowledge/feeds';
import { wordsFor } from '@i18n/index';
import { path } from '@layouts/paths';
import { newsAddress, newsSentence } from './sentence';

interface Frame {
  token: string;
  origin: string;
  brand: string;
}

/** The address of a feed, inside the portal. */
export const feedPath = (token: string): string => path(`/notifications/feeds/${token}`);

const entryOf = (line: NotificationLine, origin: string, language: string): string => {
  const address = xmlText(origin + newsAddress(line));
  const [title, summary] = [xmlText(line.title), xmlText(newsSentence(wordsFor(language), line))];
  return `<entry><id>${address}#n${line.id}</id><title>${title}</title><link href="${address}"/><updated>${line.createdAt}</updated><summary>${summary}</summary></entry>`;
};

/** An Atom feed of what one customer was told, in his language. */
export const notificationFeed = ({ language, items }: NotificationFeed, { token, origin, brand }: Frame): string => {
  const self = xmlText(origin + feedPath(token));
  const title = xmlText(`${brand}: ${wordsFor(language).notifications.list.title}`);
  const updated = items[0]?.createdAt ?? '1970-01-01T00:00:00.000Z';
  const head = `<id>${self}</id><title>${title}</title><updated>${updated}</updated><author><name>${xmlText(brand)}</name></author><link rel="self" href="${self}"/><link href="${xmlText(origin + path('/notifications'))}"/>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">${head}${items.map((line) => entryOf(line, origin, language)).join('\n')}</feed>\n`;
};
