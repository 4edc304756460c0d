import type { Viewer } from '../../accounts/viewer';
import { replyTokenIn, replyTokensIn } from '../../mail/reply-address';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { mayRead, replierOf } from '../../tickets/membership';
import type { TicketRow } from '../../tickets/rows';
import type { Facts, ThreadSign } from '../chain-types';
import { openOwnReply } from '../inbound-settings';
import type { ReceivedMail } from '../parsed-mail';
import type { ReceivedMailRow } from '../rows';
import { referenceInRoot, sentMails } from './sent-mails';

/** A sign that a mail belongs somewhere. `customerId`: for whom the token was sealed. */
interface Sign {
  threadSign: ThreadSign;
  ticket: { id: number } | { reference: string } | null;
  customerId?: number;
}
export type Found = Pick<Facts, 'ticket' | 'misdirected'> & { threadSign: ThreadSign };

const inSubject = /\bR-([0-9A-HJKMNP-TV-Z]{6})\b/;

/** Which ticket a mail belongs to, and whether its sender may write there. */
export const mailThreads = ({ strapi }: { strapi: Strapi }) => {
  const tickets = rows<TicketRow>(strapi, 'ticket');

  const sealed = (tokens: string[], threadSign: ThreadSign): Sign[] => tokens.flatMap((token) => {
    const said = openOwnReply(strapi, token);
    return said ? [{ threadSign, ticket: { id: said.ticketId }, customerId: said.customerId }] : [];
  });

  const tokensOf = ({ recipients }: ReceivedMail): string[] => recipients.flatMap((address) => replyTokenIn(address)?.sealed ?? []);

  const ofMailsWeSent = async ({ answers }: ReceivedMail): Promise<Sign[]> =>
    (await getService(strapi, 'sent-mails', sentMails).byMessageIds(answers)).flatMap(({ reference }) => (reference ? [{ threadSign: 'message_id' as const, ticket: { reference } }] : []));

  const ofMailsWeReceived = async ({ answers }: ReceivedMail): Promise<Sign[]> => {
    if (answers.length === 0) return [];
    const before = await rows<ReceivedMailRow>(strapi, 'received-mail').findMany({ where: { messageId: { $in: answers }, state: 'done', ticketId: { $notNull: true } }, orderBy: { id: 'desc' }, limit: 1 });
    return before.flatMap(({ ticketId }) => (ticketId === null ? [] : [{ threadSign: 'references' as const, ticket: { id: ticketId } }]));
  };

  const named = (mail: ReceivedMail): Sign[] => {
    const root = referenceInRoot(mail.answers.join(' '));
    const [, digits] = inSubject.exec(mail.subject.toUpperCase()) ?? [];
    return [...(root ? [{ threadSign: 'references' as const, ticket: { reference: root } }] : []), ...(digits ? [{ threadSign: 'subject' as const, ticket: { reference: `R-${digits}` } }] : [])];
  };

  /** The strongest sign of all. */
  const signOf = async (mail: ReceivedMail): Promise<Sign | null> => {
    const tokens = tokensOf(mail);
    const [byToken] = [...sealed(tokens, 'reply_address'), ...mail.answers.flatMap((id) => sealed(replyTokensIn(id), 'message_id'))];
    const [other] = byToken ? [byToken] : [...(await ofMailsWeSent(mail)), ...(await ofMailsWeReceived(mail)), ...named(mail)];
    // A token that we did not seal, and nothing else: somebody tries, or our key was changed.
    return other ?? (tokens.length > 0 ? { threadSign: 'reply_address', ticket: null } : null);
  };

  const afterMerges = async (first: TicketRow | null): Promise<TicketRow | null> => {
    let ticket = first;
    for (let merges = 0; ticket?.mergedIntoId && merges < 20; merges += 1) ticket = await tickets.findOne({ where: { id: ticket.mergedIntoId } });
    return ticket;
  };

  const mayWrite = async (ticket: TicketRow | null, sender: Viewer | null): Promise<boolean> => {
    if (!ticket || !sender) return false;
    const allowed = mayRead('t', replierOf(strapi, sender));
    return (await readRows(strapi, `select t.id from portal_tickets t where t.id = ? and ${allowed.sql}`, [ticket.id, ...allowed.bindings])).length > 0;
  };

  return {
    /** Null where nothing says that it answers anything. A ticket that the sender may not read is found too, and marked `misdirected`. */
    async find(mail: ReceivedMail, sender: Viewer | null): Promise<Found | null> {
      const sign = await signOf(mail);
      if (!sign) return null;
      const ticket = await afterMerges(sign.ticket && (await tickets.findOne({ where: sign.ticket })));
      const isForAnother = sign.ticket === null || (sign.customerId !== undefined && sign.customerId !== sender?.customerId);
      const misdirected = (await mayWrite(ticket, sender)) ? null : isForAnother ? 'token_of_another' : 'foreign_ticket';
      return { ticket, threadSign: sign.threadSign, misdirected };
    },
  };
};
