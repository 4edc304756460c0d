import type { NotificationKind } from '../../../../contracts/notifications';
import type { Contact } from '../../accounts/services/customers';
import { membership } from '../../accounts/services/membership';
import { leaveAddress } from '../../mail/envelope';
import type { Concerning, Sender } from '../../mail/envelope';
import type { Letter } from '../../mail/letter';
import { mailQueue } from '../../mail/services/mail-queue';
import type { OutgoingMail } from '../../mail/services/mail-queue';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import { ticketMutes } from '../../tickets/services/ticket-mutes';
import { deliveryOf } from '../delivery';
import type { Delivery } from '../delivery';
import { smallPrint } from '../small-print';
import { noWishes, notificationChoices } from './notification-choices';
import { notificationWriting } from './notification-writing';
import type { NewNotification } from './notification-writing';
import { pushNews } from './push-news';

/** One piece of news for one customer. */
export interface News {
  /** The occasion and whose it is: told twice, it is the same. */
  key: string;
  /** When it happened. */
  at: Date;
  contact: Contact;
  kind: NotificationKind;
  title: string;
  by: string;
  state: NewNotification['state'];
  /** The ticket it is about; `own`: his request. */
  ticket: { id: number; reference: string; own: boolean } | null;
  letter(brand: string): Letter;
}
type Told = News & { delivery: Delivery };

/** Tells customers what happened, each on the ways he chose. */
export const announcements = ({ strapi }: { strapi: Strapi }) => {
  const queue = () => getService(strapi, 'mail-queue', mailQueue);

  const concerningOf = ({ ticket, contact, kind }: News, { inbox }: Sender): Concerning | undefined => {
    if (!ticket) return undefined;
    const answerable = inbox !== '' && kind !== 'added' && effectivePolicy(strapi, contact).features.emailReplies;
    return { reference: ticket.reference, ticketId: ticket.id, customerId: contact.id, opens: kind === 'received', answerable };
  };

  const mailOf = (news: Told, sender: Sender): OutgoingMail => {
    const { contact, kind, delivery } = news;
    const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf(contact.segment);
    const [leaving, concerning, words] = [{ customerId: contact.id, kind }, concerningOf(news, sender), smallPrint[contact.language]];
    const leave = { label: words.leave, url: leaveAddress(leaving, sender) };
    const letter = { ...news.letter(brand), look, leave, ...(concerning?.answerable ? { notes: [words.answerable] } : {}) };
    return { key: news.key, to: contact.email, letter, leaving, notBefore: delivery.notBefore, ...(concerning ? { concerning } : {}) };
  };

  const lineOf = ({ key, at, contact, kind, title, by, state, ticket, delivery }: Told): NewNotification => ({
    key,
    customerId: contact.id,
    kind,
    ticketId: ticket?.id ?? null,
    reference: ticket?.reference ?? null,
    title,
    actor: by,
    state,
    own: ticket?.own ?? true,
    shown: delivery.page,
    digestAt: delivery.digestAt,
    createdAt: at.toISOString(),
  });

  /** Without what was muted; that a request arrived cannot have been. */
  const audible = async (news: News[]): Promise<News[]> => {
    const about = news.filter(({ kind }) => kind !== 'received').flatMap(({ ticket }) => (ticket ? [ticket.id] : []));
    const muted = await getService(strapi, 'ticket-mutes', ticketMutes).among([...new Set(about)]);
    return news.filter(({ ticket, contact }) => !ticket || !muted.has(`${ticket.id}:${contact.id}`));
  };

  return {
    /**
     * Tells many at once: at most two reads, one INSERT of mails and one of notifications (and of what browsers are told, where any may). Told twice of one
     * occasion, it mails and notes it once.
     */
    async tell(news: News[]): Promise<void> {
      const heard = await audible(news);
      const wishes = await getService(strapi, 'notification-choices', notificationChoices).of([...new Set(heard.map(({ contact }) => contact.id))]);
      const moment = now();
      const told = heard.map((each): Told => ({ ...each, delivery: deliveryOf(each.kind, wishes.get(each.contact.id) ?? noWishes, effectivePolicy(strapi, each.contact).notifications, moment) }));
      const sender = queue().sender();
      const mails = told.filter(({ delivery }) => delivery.mail).map((each) => mailOf(each, sender));
      const lines = told.filter(({ delivery }) => delivery.page || delivery.digestAt !== null).map(lineOf);
      await queue().enqueue(mails);
      if (lines.length > 0) await getService(strapi, 'notification-writing', notificationWriting).write(lines);
      const pushed = told.filter(({ delivery }) => delivery.push);
      if (pushed.length > 0) await getService(strapi, 'push-news', pushNews).write(pushed);
      if (mails.length > 0) queue().sendSoon();
    },
  };
};
