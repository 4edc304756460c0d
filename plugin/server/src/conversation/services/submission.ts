import { ticketCreation } from '../../../../contracts/tickets';
import type { Priority, TicketCreation } from '../../../../contracts/tickets';
import type { Viewer } from '../../accounts/viewer';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { idempotency } from '../../platform/services/idempotency';
import { newReference } from '../../platform/tokens';
import { faultsOf, fieldError, refuseFields, validate } from '../../platform/validate';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import type { EffectivePolicy } from '../../segments/resolve-policy';
import { dueColumns } from '../../service-levels/promises';
import { serviceLevels } from '../../service-levels/services/service-levels';
import { requesterOf } from '../../tickets/actors';
import { answersOf, checkFields } from '../../tickets/form';
import { newTicket } from '../../tickets/new-ticket';
import { categories } from '../../tickets/services/categories';
import type { CategoryRow, TicketRow } from '../../tickets/rows';
import { refuseSecrets } from '../secret-guard';
import { comments } from './comments';
import type { Message, Said } from './comments';
import { rates } from './rates';

type AfterCommit = (run: () => void) => void;
/** `fromMail`: whoever writes a mail sees no category, and so no word of when a reply may come. */
type Accepted = TicketCreation & { kind: CategoryRow; fromMail?: boolean };

/** A ticket as it was opened, so that answering needs no second look at the database. */
export type Opened = Said & { ticket: TicketRow };
/** `opened` is null when the same request had been accepted before. */
export interface Submitted {
  reference: string;
  opened: Opened | null;
}

/** The priority of somebody who may not choose another: the normal one, or the one next to it that he has. */
const usual = (offered: Priority[]): Priority => (offered.includes('normal') ? 'normal' : (offered[0] ?? 'normal'));

/** A customer's new ticket with its first message. */
export const submission = ({ strapi }: { strapi: Strapi }) => {
  /** What the contract alone cannot know: category, its questions, the segment's priorities and file count. */
  const accept = async (input: TicketCreation, policy: EffectivePolicy): Promise<Accepted> => {
    const kind = await getService(strapi, 'categories', categories).choosable(input.category);
    const priority = input.priority;
    const faults = [
      ...(kind ? checkFields(kind.fields ?? [], input.fields) : [fieldError('category', 'not_allowed')]),
      ...(priority && !policy.priorities.includes(priority) ? [fieldError('priority', 'not_allowed')] : []),
      ...(input.attachments.length > 0 && !policy.features.fileUploads ? [fieldError('attachments', 'not_allowed')] : []),
      ...(input.attachments.length > policy.limits.maxFilesPerMessage ? [fieldError('attachments', 'too_long', policy.limits.maxFilesPerMessage)] : []),
    ];
    if (!kind || faults.length > 0) return refuseFields(faults);
    refuseSecrets({ subject: input.subject, body: input.body, ...Object.fromEntries(Object.entries(input.fields).map(([name, value]) => [`fields.${name}`, value])) }, input.allowSecrets);
    return { ...input, kind };
  };

  const priorityOf = ({ priority, kind }: Pick<Accepted, 'priority' | 'kind'>, policy: EffectivePolicy) =>
    priority ?? (policy.priorities.includes(kind.suggestedPriority) ? kind.suggestedPriority : usual(policy.priorities));

  const open = async (viewer: Viewer, { kind, subject, body, fields, fromMail, ...input }: Accepted, policy: EffectivePolicy): Promise<TicketRow> => {
    const priority = priorityOf({ kind, ...input }, policy);
    const answers = answersOf(kind.fields ?? [], fields);
    const expectedReplyHours = fromMail ? null : await getService(strapi, 'categories', categories).expectedReply(kind);
    const opened = newTicket({ reference: newReference(), requesterId: viewer.customerId, organisationId: viewer.organisationId, segment: viewer.segment, categoryId: kind.id, subject, body, priority, fields: answers, language: viewer.language, expectedReplyHours }, now());
    const row = { ...opened, ...dueColumns(await getService(strapi, 'service-levels', serviceLevels).current(), opened) };
    return { id: await insertRow<TicketRow>(strapi, 'ticket', row), ...row };
  };

  const openWith = async (viewer: Viewer, accepted: Accepted, policy: EffectivePolicy, message: Message, afterCommit: AfterCommit): Promise<Opened> => {
    await getService(strapi, 'rates', rates).beforeTicket(viewer.customerId, policy);
    const ticket = await open(viewer, accepted, policy);
    return { ticket, ...(await getService(strapi, 'comments', comments).add(ticket, requesterOf(viewer), message, 'ticket.opened', afterCommit)) };
  };

  return {
    /**
     * Opens a ticket from a mail, which answers no questions of its category; only inside a transaction. 429
     * beyond the day's limit.
     */
    openFromMail: (viewer: Viewer, kind: CategoryRow, subject: string, message: Message, policy: EffectivePolicy, afterCommit: AfterCommit): Promise<Opened> =>
      openWith(viewer, { kind, subject, body: message.body, category: kind.slug, fields: {}, attachments: message.attachments, fromMail: true }, policy, message, afterCommit),

    /** Opens a ticket from a chat, as an agent wishes: no limit of the customer's counts it. Only inside a transaction. */
    async openFromChat(viewer: Viewer, kind: CategoryRow, subject: string, body: string, policy: EffectivePolicy, afterCommit: AfterCommit): Promise<Opened> {
      const ticket = await open(viewer, { kind, subject, body, category: kind.slug, fields: {}, attachments: [] }, policy);
      return { ticket, ...(await getService(strapi, 'comments', comments).add(ticket, requesterOf(viewer), { body, attachments: [], internal: false }, 'ticket.opened', afterCommit)) };
    },

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
     * its reference and, unless it was there before, what was opened; 400 names every field that is wrong, 429 says when the day's limit ends.
     */
    async submit(viewer: Viewer, input: TicketCreation, policy: EffectivePolicy, key: string | undefined): Promise<Submitted> {
      const once = getService(strapi, 'idempotency', idempotency);
      // That it may go is no part of what was sent.
    const { allowSecrets: _allowed, ...content } = input;
    const request = { owner: `customer:${viewer.customerId}`, key, content };
      let opened: Opened | null = null;
      const { outcome, repeated } = await once.once(request, async (afterCommit) => {
        // Inside, so that a repetition of what was accepted is never refused by what changed since.
        const accepted = await accept(input, policy);
        const message = { body: input.body, attachments: input.attachments, internal: false };
        opened = await openWith(viewer, accepted, policy, message, afterCommit);
        return opened.ticket.reference;
      });
      return { reference: outcome, opened: repeated ? null : opened };
    },
  };
};
