import { languages } from '../../../../contracts/accounts';
import type { Language } from '../../../../contracts/accounts';
import { customers } from '../../accounts/services/customers';
import { membership } from '../../accounts/services/membership';
import { limits } from '../../limits/services/limits';
import type { Letter } from '../../mail/letter';
import { mailQueue } from '../../mail/services/mail-queue';
import { after, hours, minutes, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { readRows } from '../../platform/statements';
import { fieldError, refuseFields } from '../../platform/validate';
import { updateRow } from '../../platform/write-rows';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { policies } from '../../segments/services/policies';
import { transcriptLetter, unreadLetter } from '../letters';
import type { ChatLetter } from '../letters';
import { transcriptLines, transcriptOf } from '../transcript';
import type { ChatRow } from '../rows';
import { chatLines } from './chat-lines';
import { chatPages } from './chat-pages';

interface Reader {
  to: string;
  name: string;
  language: Language;
  segment: string;
}
const dueSql = 'select id from portal_chats where unseen_since <= ? order by id limit 50';
const mailsPerHour = 10;

/** Letters about chats: what nobody read, and what was said. */
export const chatMails = ({ strapi }: { strapi: Strapi }) => {
  const lines = () => getService(strapi, 'chat-lines', chatLines);

  /** Where to write to; null where nobody can be, or may be. */
  const readerOf = async ({ customerId, email, name, language, segment }: ChatRow): Promise<Reader | null> => {
    const guest = { to: email, name, language: languages.find((each) => each === language) ?? 'en', segment };
    if (customerId === null) return email === '' ? null : guest;
    const [found] = await getService(strapi, 'customers', customers).reachable([customerId]);
    return found ? { to: found.email, name: found.name, language: found.language, segment: found.segment } : null;
  };

  /** Where the widget stands only if it is one of the sites that may have it: anybody can name any page. */
  const addressOf = ({ source, page }: ChatRow): string => {
    const own = portalAddress(strapi, '/chat');
    if (source !== 'widget' || !URL.canParse(page)) return own;
    return getService(strapi, 'policies', policies).chatRules().origins.includes(new URL(page).origin) ? page : own;
  };

  const post = async (chat: ChatRow, reader: Reader, occasion: string, quote: string, letterFor: (language: Language, about: ChatLetter) => Letter): Promise<void> => {
    const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf(reader.segment);
    const letter = letterFor(reader.language, { brand, name: reader.name, agent: chat.agentName || brand, quote, url: addressOf(chat) });
    await getService(strapi, 'mail-queue', mailQueue).enqueue([{ key: `chat:${chat.id}:${occasion}`, to: reader.to, letter: { ...letter, look } }]);
  };

  const mailUnread = (id: number): Promise<void> =>
    lines().locked('id = ?', [id], async (chat) => {
      // Seen, or mailed by another node, while this one waited.
      if (chat.unseenSince === null) return;
      await updateRow<ChatRow>(strapi, 'chat', id, { unseenSince: null, mailedUpTo: chat.lastAgentNumber });
      const reader = await readerOf(chat);
      const unread = (await getService(strapi, 'chat-pages', chatPages).whole(id, transcriptLines)).filter(({ kind, number }) => kind === 'agent' && number > chat.seenByVisitor);
      if (reader && unread.length > 0) await post(chat, reader, `unread:${chat.lastAgentNumber}`, unread.map(({ text }) => text).join('\n\n'), unreadLetter);
    });

  return {
    /** Mails what agents wrote and nobody has seen for long enough, once until its reader has been there again. */
    async mailDue(): Promise<void> {
      const { unreadMailMinutes } = getService(strapi, 'policies', policies).chatRules();
      if (unreadMailMinutes === 0) return;
      for (const { id } of await readRows<{ id: number }>(strapi, dueSql, [after(now(), -minutes(unreadMailMinutes))])) {
        await mailUnread(id).catch((error: unknown) => strapi.log.error(`Unread words of a chat could not be mailed: ${saidBy(error)}. It will be tried again.`));
      }
      getService(strapi, 'mail-queue', mailQueue).sendSoon();
    },

    /** Mails all that was said, once for each state of the chat; 400 where no address is known, 429 for many to one address that nobody proved. */
    async sendTranscript(chat: ChatRow): Promise<void> {
      const reader = await readerOf(chat);
      if (!reader) return refuseFields([fieldError('email', 'required')]);
      if (chat.customerId === null) await getService(strapi, 'limits', limits).spend({ name: 'chat-mails', quota: mailsPerHour, windowMs: hours(1) }, `mail ${reader.to}`);
      const said = await getService(strapi, 'chat-pages', chatPages).whole(chat.id, transcriptLines);
      await post(chat, reader, `transcript:${chat.lastNumber}`, transcriptOf(said, chat), transcriptLetter);
      getService(strapi, 'mail-queue', mailQueue).sendSoon();
    },
  };
};
