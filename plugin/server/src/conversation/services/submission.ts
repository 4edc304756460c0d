import { ticketCreation } from '../../../../contracts/tickets';
import type { TicketCreation } from '../../../../contracts/tickets';
import type { Viewer } from '../../accounts/viewer';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { idempotency } from '../../platform/services/idempotency';
import { newReference } from '../../platform/tokens';
import { faultsOf, fieldError, refuseFields, validate } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import type { EffectivePolicy } from '../../segments/services/policies';
import { requesterOf } from '../../tickets/actors';
import { answersOf, checkFields } from '../../tickets/form';
import { rankOf, turnOf } from '../../tickets/state';
import { categories } from '../../tickets/services/categories';
import type { CategoryRow, TicketRow } from '../../tickets/rows';
import { comments } from './comments';
import { rates } from './rates';

type Accepted = TicketCreation & { kind: CategoryRow };

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

  const freeReference = async (): Promise<string> => {
    const reference = newReference();
    return (await tickets.findOne({ where: { reference }, select: ['id'] })) ? freeReference() : reference;
  };

  const priorityOf = ({ priority, kind }: Accepted, policy: EffectivePolicy) =>
    priority ?? (policy.priorities.includes(kind.suggestedPriority) ? kind.suggestedPriority : 'normal');

  const open = async (viewer: Viewer, input: Accepted, policy: EffectivePolicy): Promise<TicketRow> => {
    const moment = now().toISOString();
    const priority = priorityOf(input, policy);
    return tickets.create({
      data: {
        reference: await freeReference(),
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
        searchText: input.body.slice(0, 20_000),
        createdAt: moment,
        updatedAt: moment,
      },
    });
  };

  return {
    /**
     * Refuses what `submit` would refuse for its content, and changes nothing: for forms of several pages. A
     * missing subject does not hide what is wrong with the category's questions: people mend all at once.
     */
    async check(body: unknown, policy: EffectivePolicy): Promise<void> {
      const faults = faultsOf(ticketCreation, body);
      const asked = ticketCreation.pick({ category: true, fields: true }).strip().safeParse(body);
      if (faults.length === 0 || !asked.success) return void (await accept(validate(ticketCreation, body), policy));
      const kind = await getService(strapi, 'categories', categories).choosable(asked.data.category);
      refuseFields([...faults, ...(kind ? checkFields(kind.fields ?? [], asked.data.fields) : [])]);
    },

    /**
     * Opens a ticket once per key: ticket, message, files, timeline and event are kept together. Answers
     * its reference; 400 names every field that is wrong, 429 says when the day's limit ends.
     */
    async submit(viewer: Viewer, input: TicketCreation, policy: EffectivePolicy, key: string | undefined): Promise<{ reference: string; repeated: boolean }> {
      const once = getService(strapi, 'idempotency', idempotency);
      const request = { owner: `customer:${viewer.customerId}`, key, content: input };
      const { outcome, repeated } = await once.once(request, async (afterCommit) => {
        // Inside, so that a repetition of what was accepted is never refused by what changed since.
        const accepted = await accept(input, policy);
        await getService(strapi, 'rates', rates).beforeTicket(viewer.customerId, policy);
        const ticket = await open(viewer, accepted, policy);
        const message = { body: input.body, attachments: input.attachments, internal: false };
        await getService(strapi, 'comments', comments).add(ticket, requesterOf(viewer), message, 'ticket.opened', afterCommit);
        return ticket.reference;
      });
      return { reference: outcome, repeated };
    },
  };
};
