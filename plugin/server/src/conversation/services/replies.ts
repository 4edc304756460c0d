import type { CommentCreation } from '../../../../contracts/conversation';
import type { Viewer } from '../../accounts/viewer';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { idempotency } from '../../platform/services/idempotency';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import type { EffectivePolicy } from '../../segments/resolve-policy';
import { requesterOf } from '../../tickets/actors';
import { replierOf } from '../../tickets/membership';
import { canReply, stateAfterCustomerReply } from '../../tickets/state';
import { ticketChanges } from '../../tickets/services/ticket-changes';
import { ticketList } from '../../tickets/services/ticket-list';
import { refuseSecrets } from '../secret-guard';
import { comments, ticketAfter } from './comments';
import { rates } from './rates';

/** A customer's reply to his own ticket, or to one that was opened to him. */
export const replies = ({ strapi }: { strapi: Strapi }) => ({
  /**
   * Adds the reply once per key and gives the turn to the agents; a solved ticket is open again by it.
   * 404 for another's ticket, 409 `ticket_closed`, 429 beyond the hour's limit. `repeated`: it was there already.
   */
  async reply(viewer: Viewer, reference: string, input: CommentCreation, policy: EffectivePolicy, key: string | undefined): Promise<{ repeated: boolean }> {
    const own = await getService(strapi, 'ticket-list', ticketList).find(replierOf(strapi, viewer), reference);
    if (!own) throw notFound();
    const { maxFilesPerMessage } = policy.limits;
    if (input.attachments.length > 0 && !policy.features.fileUploads) refuseFields([fieldError('attachments', 'not_allowed')]);
    if (input.attachments.length > maxFilesPerMessage) refuseFields([fieldError('attachments', 'too_long', maxFilesPerMessage)]);
    refuseSecrets({ body: input.body }, input.allowSecrets);
    const { allowSecrets: _allowed, ...said } = input;
    const request = { owner: `customer:${viewer.customerId}`, key, content: { reference, ...said } };
    const { repeated } = await getService(strapi, 'idempotency', idempotency).once(request, async (afterCommit) => {
      const changes = getService(strapi, 'ticket-changes', ticketChanges);
      const ticket = await changes.lock(own.id);
      if (!canReply(ticket.state)) throw new Refusal('ticket_closed', 'This request is closed. Reopen it first, then send your reply.');
      await getService(strapi, 'rates', rates).beforeComment(viewer.customerId, policy);
      const author = requesterOf(viewer);
      const { comment } = await getService(strapi, 'comments', comments).add(ticket, author, { ...said, internal: false }, 'comment.added', afterCommit);
      await changes.apply(ticket, { state: stateAfterCustomerReply(ticket.state) }, author, afterCommit, ticketAfter(ticket, input.body, author));
      return comment.key;
    });
    return { repeated };
  },
});
