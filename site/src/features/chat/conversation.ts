import type { Chat } from '@contracts/chat';
import type { Answer, PortalApi } from '@portal-api/client';

/** A chat of more pages than this was never typed by a person; the rest is read with the next visit. */
const mostPages = 20;

/** Address of a chat below the API. */
export const chatAddress = (key: string): `/${string}` => `/chats/${encodeURIComponent(key)}`;

/** A chat with all its messages after `after`, however many pages they fill. */
export const readChat = async (api: PortalApi, key: string, after: number): Promise<Answer<Chat>> => {
  const first = await api.get<Chat>(`${chatAddress(key)}?after=${after}`);
  if (!first.ok) return first;
  const { messages } = first.data;
  let last = first.data;
  for (let page = 1; last.more && page < mostPages; page += 1) {
    const next = await api.get<Chat>(`${chatAddress(key)}?after=${messages.at(-1)?.id ?? after}`);
    if (!next.ok) break;
    last = next.data;
    messages.push(...last.messages);
  }
  return { ...first, data: { ...last, messages } };
};

/** Tells that what the agent wrote was seen: what is seen is not mailed later. */
export const tellSeen = async (api: PortalApi, { key, messages }: Chat): Promise<void> => {
  const last = messages.findLast(({ author }) => author.kind !== 'visitor');
  if (last) await api.send('POST', `${chatAddress(key)}/readings`, { message: last.id });
};

/** A number of an address, 0 for what is none. */
export const numberOf = (value: string | null): number => (/^\d{1,9}$/.test(value ?? '') ? Number(value) : 0);
