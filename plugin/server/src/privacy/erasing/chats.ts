import type { Strapi } from '../../platform/domain';
import { allOf, changed, marks, pieces } from './step';
import type { Leaving } from './step';

const ownSql = 'select id, key from portal_chats where (customer_id = ? or email = ?)';

/** Removes chats with all that is kept beside them; answers how many. */
export const removeChats = async (strapi: Strapi, chats: { id: number; key: string }[]): Promise<number> => {
  for (const some of pieces(chats)) {
    const [ids, keys] = [some.map(({ id }) => id), some.map(({ key }) => key)];
    await changed(strapi, `delete from portal_chat_messages where chat_id in (${marks(ids)})`, ids);
    await changed(strapi, `delete from portal_outbox where subject in (${marks(keys)})`, keys);
    await changed(strapi, `delete from portal_idempotency_keys where owner in (${marks(ids)})`, ids.map((id) => `chat:${id}:visitor`));
    await changed(strapi, `delete from portal_chats where id in (${marks(ids)})`, ids);
  }
  return chats.length;
};

/** His chats, and those of a guest who gave his address; nothing that could be proven is lost by it. */
export const ownChats = async (strapi: Strapi, { customerId, email }: Leaving): Promise<number> => {
  await changed(strapi, 'delete from portal_chat_blocks where subject = ?', [`customer ${customerId}`]);
  return removeChats(strapi, await allOf<{ id: number; key: string }>(strapi, ownSql, [customerId, email.toLowerCase()]));
};
