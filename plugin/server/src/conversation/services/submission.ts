import type { TicketCreation } from '../../../../contracts/tickets';
import type { Viewer } from '../../accounts/viewer';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { isDuplicate, rows } from '../../platform/rows';
import { idempotency } from '../../platform/services/idempotency';
import { newReference } from '../../platform/tokens';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import type { EffectivePolicy } from '../../segments/services/policies';
import { requesterOf } from '../../tickets/actors';
import { answersOf, checkFields } from '../../tickets/form';
import { searchTextOf } from '../../tickets/search-text';
import { rankOf, turnOf } from '../../tickets/state';
import { categories } from '../../tickets/services/categories';
import type { CategoryRow, TicketRow } from '../../tickets/rows';
import { comments } from './comments';
import { rates } from './rates';

type Accepted = TicketCreation & { kind: CategoryRow };

/** References are drawn, not counted: a drawn one that is taken (one in ten thousand at 100,000 tickets) is drawn again. */
const withFreeReference = async <T>(work: () => Promise<T>, draws = 3): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (draws === 1 || !isDuplicate(error)) throw error;
    return withFreeReference(work, draws - 1);
  }
};

/** A customer's new ticket with its first message. */
export const submission = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');

  /** What the contract alone cannot know: category, its questions, the segment's priorities and file count. */
  const accept = async (input: TicketCreation, policy: EffectivePolicy): Promise<Accepted> => {
    const kind = await getService(strapi, 'categories', categories).choosable(input.category);
    const priority = input.priority;
    const faults = [
      ...(kind ? checkFields(kind.fields ?? [], input.fields) : [fieldError('category', 'not_allowed')]),
      ...(priority && !policy.priorities.includes(priority) ? [fieldError('priority', 'not_allowed')] : []),
      ...(input.attachments.length > policy.limits.maxFilesPerMessage ? [fieldError('attachments', 'too_long', policy.limits.maxFilesPerMessage)] : []),
    ];
    if (!kind || faults.length > 0) return refuseFields(faults);
    return { ...input, kind };
  };

  const priorityOf = ({ priority, kind }: Accepted, policy: EffectivePolicy) =>
    priority ?? (policy.priorities.includes(kind.suggestedPriority) ? kind.suggestedPriority : 'normal');

  const open = async (viewer: Viewer, input: Accepted, policy: EffectivePolicy): Promise<TicketRow> => {
    const moment = now().toISOString();
    const priority = priorityOf(input, policy);
    const reference = newReference();
    return tickets.create({
      data: {
        reference,
        subject: input.subject,
        state: 'new',
        turn: turnOf('new'),
        turnSince: moment,
        priority,
        priorityRank: rankOf(priority),
        requesterId: viewer.customerId,
        categoryId: input.kind.id,
        fields: answersOf(input.kind.fields ?? [], input.fields),
        messageCount: 1,
        searchText: searchTextOf(reference, input.subject, input.body),
        createdAt: moment,
        updatedAt: moment,
      },
    });
  };

  return {
    /** Refuses what `submit` would refuse for its content, and changes nothing: for forms of several pages. */
    check: async (input: TicketCreation, policy: EffectivePolicy): Promise<void> => void (await accept(input, policy)),

    /**
     * Opens a ticket once per key: ticket, message, files, timeline and event are kept together. Answers
     * its reference; 400 names every field that is wrong, 429 says when the day's limit ends.
     */
    async submit(viewer: Viewer, input: TicketCreation, policy: EffectivePolicy, key: string | undefined): Promise<{ reference: string; repeated: boolean }> {
      const request = { owner: `customer:${viewer.customerId}`, key, content: input };
      const { outcome, repeated } = await withFreeReference(() =>
        getService(strapi, 'idempotency', idempotency).once(request, async (afterCommit) => {
          // Inside, so that a repetition of what was accepted is never refused by what changed since.
          const accepted = await accept(input, policy);
          await getService(strapi, 'rates', rates).beforeTicket(viewer.customerId, policy);
          const ticket = await open(viewer, accepted, policy);
          const message = { body: input.body, attachments: input.attachments, internal: false };
          await getService(strapi, 'comments', comments).add(ticket, requesterOf(viewer), message, 'ticket.opened', afterCommit);
          return ticket.reference;
        }),
      );
      return { reference: outcome, repeated };
    },
  };
};
