import type { ErrorCode } from '../../../../contracts/platform';
import { Readable } from 'node:stream';
import type { MailReason, MailRemark } from '../../../../contracts/inbound-mail';
import type { Viewer } from '../../accounts/viewer';
import { attachments } from '../../conversation/services/attachments';
import { comments, ticketAfter } from '../../conversation/services/comments';
import type { Message } from '../../conversation/services/comments';
import { rates } from '../../conversation/services/rates';
import { submission } from '../../conversation/services/submission';
import { cleanFileName } from '../../conversation/file-rules';
import { now } from '../../platform/clock';
import { Refusal, statusOf } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { EffectivePolicy } from '../../segments/resolve-policy';
import { requesterOf } from '../../tickets/actors';
import { canReopen, canReply, stateAfterCustomerReply } from '../../tickets/state';
import { ticketChanges } from '../../tickets/services/ticket-changes';
import type { TicketRow } from '../../tickets/rows';
import type { Facts } from '../chain-types';
import { faultPoint } from '../fault-point';
import { newSubject, wantsNoAnswer } from '../new-request';
import type { MailFile, ReceivedMail } from '../parsed-mail';
import type { ReceivedMailRow } from '../rows';
import { mailCategory } from './mail-category';

type AfterCommit = (run: () => void) => void;
/** True for a refusal that says nothing of the file. */
const isAway = ({ details }: Refusal): boolean => statusOf[(details as { code: ErrorCode }).code] >= 500;

/** A mail ready to become a message. */
interface Ready {
  row: ReceivedMailRow;
  mail: ReceivedMail;
  facts: Facts;
  sender: Viewer;
  policy: EffectivePolicy;
  message: Message;
}
type Outcome = Pick<ReceivedMailRow, 'ticketId' | 'commentId'> & { reason: MailReason };

/** Makes a message, or a request, of a mail that the chain let through. */
export const mailDelivery = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ReceivedMailRow>(strapi, 'received-mail');
  const changes = () => getService(strapi, 'ticket-changes', ticketChanges);

  /** The same checks as for files that are uploaded; one that is refused is named, the rest comes along. */
  const takeFiles = async (files: MailFile[], sender: Viewer, { features, limits }: EffectivePolicy): Promise<{ keys: string[]; refused: MailRemark[] }> => {
    const [keys, refused]: [string[], MailRemark[]] = [[], []];
    const refuse = (name: string): unknown => refused.push({ code: 'file_refused', detail: cleanFileName(name) });
    for (const { name, bytes } of files) {
      if (!features.fileUploads || keys.length >= limits.maxFilesPerMessage || refused.length > 50) {
        refuse(name);
        continue;
      }
      const incoming = { name, bytes: Readable.from(bytes.length > 0 ? [bytes] : []), cut: () => bytes.length > limits.maxFileSize };
      try {
        keys.push((await getService(strapi, 'attachments', attachments).take(incoming, { kind: 'customer', id: sender.customerId, name: sender.name }, limits)).key);
      } catch (error) {
        // A bucket or a scanner that is away for a while is no reason to lose a file: the mail is tried again.
        if (!(error instanceof Refusal) || isAway(error)) throw error;
        refuse(name);
      }
    }
    return { keys, refused: refused.slice(0, 50) };
  };

  const messageOf = async (row: ReceivedMailRow, mail: ReceivedMail, facts: Facts, sender: Viewer, policy: EffectivePolicy): Promise<Message> => {
    const { keys, refused } = await takeFiles(facts.files, sender, policy);
    const remarks: MailRemark[] = [
      ...(facts.authentication === 'pass' ? [] : [{ code: 'unauthenticated' as const, detail: null }]),
      ...(facts.automatic === null ? [] : [{ code: 'automatic' as const, detail: null }]),
      ...facts.remarks,
      ...refused,
    ];
    const names = facts.files.map(({ name }) => `(${cleanFileName(name)})`).join(' ');
    const body = facts.body || names || mail.subject;
    return { body, attachments: keys, internal: false, mail: { key: `m-${row.key}`, cut: facts.cut || null, remarks, quiet: facts.automatic !== null } };
  };

  const withRemark = (message: Message, remark: MailRemark): Message => ({ ...message, mail: message.mail && { ...message.mail, remarks: [remark, ...message.mail.remarks] } });

  const openRequest = async ({ row, mail, facts, sender, policy, message }: Ready, follows: string | null, afterCommit: AfterCommit): Promise<Outcome> => {
    const category = await getService(strapi, 'mail-category', mailCategory).forNewRequests();
    if (!category) throw new Error('There is no category that a request by mail could have.');
    const said = follows === null ? message : withRemark(message, { code: 'follows', detail: follows });
    const quiet = { ...said, mail: said.mail && { ...said.mail, quiet: said.mail.quiet || wantsNoAnswer(mail) } };
    const unlimited = { ...policy, rates: { ...policy.rates, ticketsPerDay: 1_000_000 } };
    const { ticket, comment } = await getService(strapi, 'submission', submission).openFromMail(sender, category, newSubject(mail.subject, facts.body), quiet, row.admitted === null ? policy : unlimited, afterCommit);
    return { reason: follows === null ? 'ticket_opened' : 'follow_up_opened', ticketId: ticket.id, commentId: comment.id };
  };

  /** What a machine writes is kept where it belongs and changes nothing. */
  const stateAfter = (ticket: TicketRow, { facts, sender, policy }: Ready): { state?: TicketRow['state'] } | 'follow_up' => {
    if (facts.automatic !== null) return {};
    if (canReply(ticket.state)) return { state: stateAfterCustomerReply(ticket.state) };
    const closed = { state: ticket.state, closedAt: ticket.closedAt ? new Date(ticket.closedAt) : null };
    return ticket.requesterId === sender.customerId && canReopen(closed, now(), policy.limits.reopenWindowDays) ? { state: 'open' } : 'follow_up';
  };

  const answer = async (ready: Ready, ticketId: number, afterCommit: AfterCommit): Promise<Outcome> => {
    const { row, sender, policy, message } = ready;
    const ticket = await changes().lock(ticketId);
    if (ticket.mergedIntoId !== null) throw new Error('Its ticket was merged just now.');
    const change = stateAfter(ticket, ready);
    if (change === 'follow_up') return openRequest(ready, ticket.reference, afterCommit);
    if (row.admitted === null) await getService(strapi, 'rates', rates).beforeComment(sender.customerId, policy);
    const author = requesterOf(sender);
    const { comment } = await getService(strapi, 'comments', comments).add(ticket, author, message, 'comment.added', afterCommit);
    await changes().apply(ticket, change, author, afterCommit, ticketAfter(ticket, message.body, author));
    return { reason: 'comment_added', ticketId: ticket.id, commentId: comment.id };
  };

  return {
    /**
     * Writes message, files, ticket, timeline and what became of the mail in one transaction, once: a mail that
     * was settled meanwhile is left alone. 429 as for what is sent in the portal.
     */
    async deliver(row: ReceivedMailRow, mail: ReceivedMail, facts: Facts, told: Partial<ReceivedMailRow>): Promise<void> {
      const { sender, policy, ticket } = facts;
      if (!sender || !policy) throw new Error('A mail without a sender came through the chain.');
      const ready = { row, mail, facts, sender, policy, message: await messageOf(row, mail, facts, sender, policy) };
      faultPoint('inbound-mail: files taken');
      await inTransaction(strapi, async (afterCommit) => {
        const { count } = await table.updateMany({ where: { id: row.id, state: 'received' }, data: { ...told, state: 'done' } });
        if (count === 0) return;
        const outcome = ticket === null ? await openRequest(ready, null, afterCommit) : await answer(ready, ticket.id, afterCommit);
        await table.updateMany({ where: { id: row.id }, data: outcome });
        faultPoint('inbound-mail: not yet committed');
      });
    },
  };
};
