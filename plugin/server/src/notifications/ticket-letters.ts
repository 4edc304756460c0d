import type { Contact } from '../accounts/services/customers';
import { ratingAddress } from '../conversation/rating-token';
import type { CommentRow } from '../conversation/rows';
import type { Letter } from '../mail/letter';
import { portalAddress } from '../platform/public-address';
import type { DeliveredEvent } from '../platform/tell-subscribers';
import type { Strapi } from '../platform/domain';
import { answeredLetter, receivedLetter } from './letters';
import { wroteLetter, wroteTooLetter } from './participant-letters';
import { stateLetter } from './state-letters';
import { payloadOf, stateNewsOf } from './ticket-happenings';

interface About {
  event: DeliveredEvent;
  subject: string;
  /** Null where the news is not a message. */
  message: Pick<CommentRow, 'body' | 'authorName'> | null;
}

/** Writes the letter about one event, for each who is told of it. */
export const ticketLetters = (strapi: Strapi, { event, subject, message }: About) => {
  const { requesterId, ticketId, actor } = payloadOf(event);
  const state = stateNewsOf(event);
  const url = portalAddress(strapi, `/requests/${event.subject}`);

  return (contact: Contact, brand: string): Letter => {
    const isRequester = contact.id === requesterId;
    const about = { brand, name: contact.name, reference: event.subject, subject, url };
    // Only its requester rates it.
    if (state) return stateLetter(contact.language, { ...about, state, rating: isRequester && state === 'solved' ? (score) => ratingAddress(strapi, { ticketId, customerId: contact.id }, score) : null });
    const news = { ...about, body: message?.body ?? '', author: message?.authorName ?? '' };
    if (event.type === 'ticket.opened') return receivedLetter(contact.language, news);
    if (isRequester) return (actor.kind === 'agent' ? answeredLetter : wroteLetter)(contact.language, news);
    return (actor.kind === 'agent' ? wroteLetter : wroteTooLetter)(contact.language, news);
  };
};
