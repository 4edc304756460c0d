import { accountRules } from '../../accounts/services/account-rules';
import { customers } from '../../accounts/services/customers';
import { membership } from '../../accounts/services/membership';
import { mailQueue } from '../../mail/services/mail-queue';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';
import { participants } from '../../tickets/services/participants';
import type { Actor } from '../../tickets/rows';
import { addedLetter, invitedLetter } from '../participant-letters';

interface AddedPayload {
  ticketId: number;
  requesterId: number;
  participantId: number;
  actor: Actor;
}

/** Mails to people whom a requester adds to his ticket. */
export const participantMails = ({ strapi }: { strapi: Strapi }) => ({
  /**
   * Handles `participant.added`: customers are led to the ticket, others to creating an account. To one address
   * about one ticket only ever once, so that adding and removing cannot be used to flood a stranger.
   */
  async tell(event: DeliveredEvent): Promise<void> {
    const { ticketId, requesterId, participantId, actor } = event.payload as unknown as AddedPayload;
    const added = await getService(strapi, 'participants', participants).byId(participantId);
    if (!added) return;
    const known = (await getService(strapi, 'participants', participants).contacts([ticketId])).find(({ email }) => email === added.email);
    const [requester] = await getService(strapi, 'customers', customers).contacts([requesterId]);
    const mayRegister = getService(strapi, 'account-rules', accountRules).mayRegister(added.email);
    const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf((known ?? requester)?.segment);
    const invitation = { brand, name: known?.name ?? '', by: actor.name, reference: event.subject, url: portalAddress(strapi, known ? `/requests/${event.subject}` : mayRegister ? '/register' : '/sign-in') };
    const letter = known ? addedLetter(known.language, invitation) : invitedLetter(requester?.language ?? 'en', invitation, mayRegister);
    const queue = getService(strapi, 'mail-queue', mailQueue);
    await queue.enqueue([{ key: `participant:${ticketId}:${added.email}`, to: added.email, letter: { ...letter, look }, thread: event.subject }]);
    queue.sendSoon();
  },
});
