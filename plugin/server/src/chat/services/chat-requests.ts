import { randomBytes } from 'node:crypto';
import { languages } from '../../../../contracts/accounts';
import type { ChatRequest } from '../../../../contracts/chat';
import type { Agent } from '../../../../contracts/desk';
import { customers } from '../../accounts/services/customers';
import { passwords } from '../../accounts/services/passwords';
import type { Viewer } from '../../accounts/viewer';
import { submission } from '../../conversation/services/submission';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { fieldError, refuseFields } from '../../platform/validate';
import { updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import { categories } from '../../tickets/services/categories';
import { eventLine } from '../lines';
import { transcriptLines, transcriptOf } from '../transcript';
import type { ChatRow } from '../rows';
import { chatEndings } from './chat-endings';
import { chatLines } from './chat-lines';
import { chatPages } from './chat-pages';

/** How a chat becomes a request. Only behind the desk's right `chats`. */
export const chatRequests = ({ strapi }: { strapi: Strapi }) => {
  const lines = () => getService(strapi, 'chat-lines', chatLines);
  const people = () => getService(strapi, 'customers', customers);

  /** The customer of an address; one is made where there is none, with a password that nobody knows (decision 027). */
  const customerOf = async (email: string, { name, language }: ChatRow): Promise<number> => {
    const user = await people().userByEmail(email);
    const known = user && (await people().byUser(user.id));
    if (known) return known.id;
    const passwordHash = await getService(strapi, 'passwords', passwords).hash(randomBytes(24).toString('base64url'));
    const made = await people().create({ email, name: (name || email.slice(0, email.indexOf('@'))).slice(0, 100), passwordHash, language: languages.find((each) => each === language) ?? 'en', withoutPassword: true });
    return made.id;
  };

  const requesterOf = async (chat: ChatRow, given: string | undefined): Promise<Viewer> => {
    const email = given ?? chat.email;
    if (chat.customerId === null && email === '') return refuseFields([fieldError('email', 'required')]);
    const viewer = await people().viewer(chat.customerId ?? (await customerOf(email, chat)));
    if (!viewer) throw new Refusal('access_refused', 'This customer may not come in, so nobody would read the answers.');
    return viewer;
  };

  return {
    /**
     * Opens a request with the conversation as its first message, and ends the chat; answers its reference. Of a chat
     * that is one already it answers that one. 409 `chat_taken` while a colleague talks in it; 400 names what is wrong.
     */
    make: (key: string, { subject, category, email }: ChatRequest, agent: Agent): Promise<string> =>
      lines().locked('key = ?', [key], async (chat, afterCommit) => {
        if (chat.reference !== null) return chat.reference;
        if (chat.state === 'open' && chat.agentId !== agent.id) throw new Refusal('chat_taken', `${chat.agentName} has this chat.`);
        const kind = await getService(strapi, 'categories', categories).choosable(category);
        if (!kind) return refuseFields([fieldError('category', 'not_allowed')]);
        const viewer = await requesterOf(chat, email);
        const body = transcriptOf(await getService(strapi, 'chat-pages', chatPages).whole(chat.id, transcriptLines), chat);
        const { ticket } = await getService(strapi, 'submission', submission).openFromChat(viewer, kind, subject, body, effectivePolicy(strapi, viewer), afterCommit);
        const change = { ticketId: ticket.id, reference: ticket.reference, unseenSince: null };
        const line = eventLine('handed_over', agent.name);
        if (chat.state === 'ended') await lines().add(chat, [line], change, afterCommit);
        else await getService(strapi, 'chat-endings', chatEndings).end(chat, line, afterCommit, change);
        await updateRow<ChatRow>(strapi, 'chat', chat.id, { unread: 0 });
        return ticket.reference;
      }),
  };
};
