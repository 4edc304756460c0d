import type { Redaction } from '../../../../contracts/secrets';
import { auditLog } from '../../audit/services/audit-log';
import { chatLines } from '../../chat/services/chat-lines';
import { eventLine, excerptOf } from '../../chat/lines';
import type { ChatMessageRow, ChatRow } from '../../chat/rows';
import { after, days } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { readRows, writeStatement } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import type { Actor } from '../../tickets/rows';
import { redactSentMails } from '../redacting/copies';
import { wantedLiterals, without } from '../redacting/literals';
import type { Literal } from '../redacting/literals';
import { redactions } from './redactions';

const offeredSql = 'select id, subject, text from portal_suggestions where created_at >= ? and created_at <= ?';

/** Takes words out of a chat for good: out of all its messages, and of every copy of them that the house has. */
export const chatRedactions = ({ strapi }: { strapi: Strapi }) => {
  const messages = rows<ChatMessageRow>(strapi, 'chat-message');

  const find = async (chatId: number, number: string): Promise<ChatMessageRow> => {
    const found = /^\d{1,9}$/.test(number) ? await messages.findOne({ where: { chatId, number: Number(number), kind: { $in: ['visitor', 'agent'] } } }) : null;
    if (!found) throw notFound();
    return found;
  };

  /** Answers what agents see of it in their lists. */
  const cleanMessages = async (chatId: number, literals: Literal[]): Promise<string> => {
    const all = await messages.findMany({ where: { chatId }, orderBy: { number: 'asc' }, limit: 100_000 });
    for (const { id, text } of all) if (without(text, literals) !== text) await messages.updateMany({ where: { id }, data: { text: without(text, literals) } });
    return excerptOf(without(all.findLast(({ kind }) => kind !== 'event')?.text ?? '', literals));
  };

  /** What articles were looked for with: the same words, on the day before. Nothing says whose chat came of it. */
  const cleanOffers = async ({ createdAt }: ChatRow, literals: Literal[]): Promise<void> => {
    const begun = new Date(createdAt);
    for (const { id, subject, text } of await readRows<{ id: number; subject: string | null; text: string | null }>(strapi, offeredSql, [after(begun, -days(1)), after(begun, days(1))])) {
      const cleaned = [subject, text].map((each) => each && without(each, literals));
      if (cleaned[0] !== subject || cleaned[1] !== text) await writeStatement(strapi, 'update portal_suggestions set subject = ?, text = ? where id = ?', [...cleaned, id]);
    }
  };

  return {
    /** 404 for a message that is not there, or is nobody's words; 400 at `words` where it has none of them. Open pages hear of it and read again. */
    async byAgent(key: string, number: string, redaction: Redaction, agent: Actor & { id: number }): Promise<void> {
      const lines = getService(strapi, 'chat-lines', chatLines);
      await lines.locked('key = ?', [(await lines.one(key)).key], async (chat, afterCommit) => {
        const literals = wantedLiterals(redaction, (await find(chat.id, number)).text);
        const excerpt = await cleanMessages(chat.id, literals);
        await redactSentMails(strapi, { key: { $startsWith: `chat:${chat.id}:` } }, literals);
        await cleanOffers(chat, literals);
        if (chat.ticketId !== null) await getService(strapi, 'redactions', redactions).ofChat(chat.ticketId, literals, agent);
        await lines.add(chat, [eventLine('redacted', agent.name)], { excerpt, ratingComment: chat.ratingComment && without(chat.ratingComment, literals) }, afterCommit);
        const facts = { kinds: [...new Set(literals.map(({ kind }) => kind))], places: literals.length, message: number };
        await getService(strapi, 'audit-log', auditLog).happened({ id: agent.id, name: agent.name }, { kind: 'privacy', what: `chat ${chat.key}`, action: 'redacted', customerId: chat.customerId, facts });
      });
    },
  };
};
