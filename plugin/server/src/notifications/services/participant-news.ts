import { accountRules } from '../../accounts/services/account-rules';
import { customers } from '../../accounts/services/customers';
import type { Contact } from '../../accounts/services/customers';
import { membership } from '../../accounts/services/membership';
import { mailQueue } from '../../mail/services/mail-queue';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { rows } from '../../platform/rows';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';
import { participants } from '../../tickets/services/participants';
import type { Actor, TicketRow } from '../../tickets/rows';
import { addedLetter, invitedLetter } from '../participant-letters';
import { announcements } from './announcements';
import { notificationWriting } from './notification-writing';

interface Payload {
  ticketId: number;
  requesterId: number;
  participantId: number;
  actor: Actor;
  data: { from?: string };
}
const payloadOf = (event: DeliveredEvent): Payload => event.payload as unknown as Payload;

/** News for people whom a requester adds to his ticket, or takes out again. */
export const participantNews = ({ strapi }: { strapi: Strapi }) => {
  const people = () => getService(strapi, 'customers', customers);

  /** Who has no account is led to making one, and chooses nothing yet. */
  const invite = async (email: string, key: string, event: DeliveredEvent): Promise<void> => {
    const { ticketId, requesterId, actor } = payloadOf(event);
    const [requester] = await people().contacts([requesterId]);
    const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf(requester?.segment);
    const mayRegister = getService(strapi, 'account-rules', accountRules).mayRegister(email);
    const letter = invitedLetter(requester?.language ?? 'en', { brand, name: '', by: actor.name, reference: event.subject, url: portalAddress(strapi, mayRegister ? '/register' : '/sign-in') }, mayRegister);
    const queue = getService(strapi, 'mail-queue', mailQueue);
    await queue.enqueue([{ key, to: email, letter: { ...letter, look }, concerning: { reference: event.subject, ticketId, customerId: null, opens: false, answerable: false } }]);
    queue.sendSoon();
  };

  const tellCustomer = async (contact: Contact, key: string, event: DeliveredEvent): Promise<void> => {
    const { ticketId, actor } = payloadOf(event);
    const ticket = await rows<TicketRow>(strapi, 'ticket').findOne({ where: { id: ticketId }, select: ['id', 'subject'] });
    const about = { name: contact.name, by: actor.name, reference: event.subject, url: portalAddress(strapi, `/requests/${event.subject}`) };
    const letter = (brand: string) => addedLetter(contact.language, { ...about, brand });
    await getService(strapi, 'announcements', announcements).tell([{ key, at: event.at, contact, kind: 'added', title: ticket?.subject ?? event.subject, by: actor.name, state: null, ticket: { id: ticketId, reference: event.subject, own: false }, letter }]);
  };

  return {
    /**
     * Handles `participant.added`. To one address about one ticket only ever once, so that adding and removing
     * cannot be used to flood a stranger.
     */
    async added(event: DeliveredEvent): Promise<void> {
      const { ticketId, participantId } = payloadOf(event);
      const there = getService(strapi, 'participants', participants);
      const added = await there.byId(participantId);
      if (!added) return;
      const known = (await there.contacts([ticketId])).find(({ email }) => email === added.email);
      const key = `participant:${ticketId}:${added.email}`;
      return known ? tellCustomer(known, key, event) : invite(added.email, key, event);
    },

    /** Handles `participant.removed`: what he was told of the ticket goes with it. */
    async removed(event: DeliveredEvent): Promise<void> {
      const { ticketId, data } = payloadOf(event);
      const user = data.from ? await people().userByEmail(data.from) : null;
      const customer = user && (await people().byUser(user.id));
      if (!customer) return;
      const stays = (await getService(strapi, 'participants', participants).contacts([ticketId])).some(({ id }) => id === customer.id);
      if (!stays) await getService(strapi, 'notification-writing', notificationWriting).dropTicket(customer.id, ticketId);
    },
  };
};
