import type { SavedReply, SavedReplyChange } from '../../../../contracts/saved-replies';
import { Refusal, notFound } from '../../platform/errors';
import { auditLog } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { SavedReplyRow } from '../rows';

const mostReplies = 200;
/** An agent as the one who changes something. */
type Agent = Author & { id: number };
type Told = Pick<SavedReplyRow, 'name' | 'ownerId' | 'body'>;

/** Texts that agents send again and again: everybody's own, and shared ones. */
export const savedReplies = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<SavedReplyRow>(strapi, 'saved-reply');
  /** One's own or shared; another's own is not there. */
  const visibleTo = (me: number) => ({ $or: [{ ownerId: me }, { ownerId: { $null: true } }] });

  const find = async (id: number, me: number): Promise<SavedReplyRow> => {
    const found = await table.findOne({ where: { id, ...visibleTo(me) } });
    if (!found) throw notFound();
    return found;
  };

  const refuseBeyondLimit = async (ownerId: number | null): Promise<void> => {
    const there = await table.count({ where: { ownerId: ownerId ?? { $null: true } } });
    if (there >= mostReplies) throw new Refusal('limit_reached', `There are ${mostReplies} saved replies already. Delete one that is not needed any more.`);
  };

  /** Notes what happens to what all agents have; an agent's own replies are nobody else's business, also before they are shared. */
  const note = async (author: Agent, before: Told | null, after: Told | null): Promise<void> => {
    const [was, is] = [before, after].map((each) => (each?.ownerId === null ? { name: each.name, body: each.body } : null));
    const action = was && is ? 'changed' : is ? 'created' : 'removed';
    if (was || is) await getService(strapi, 'audit-log', auditLog).note(author, { what: `saved reply ${(was ?? is)?.name}`, action, before: was ?? {}, after: is ?? {} });
  };

  return {
    async list(me: number): Promise<SavedReply[]> {
      const found = await table.findMany({ where: visibleTo(me), orderBy: [{ name: 'asc' }, { id: 'asc' }], limit: 2 * mostReplies });
      return found.map(({ id, name, ownerId, body }) => ({ id, name, shared: ownerId === null, body }));
    },

    /** True for one that all agents have; 404 for another's own and a missing one alike. */
    isShared: async (id: number, me: number): Promise<boolean> => (await find(id, me)).ownerId === null,

    create: ({ name, shared, body }: SavedReplyChange, author: Agent): Promise<number> =>
      inTransaction(strapi, async () => {
        const ownerId = shared ? null : author.id;
        await refuseBeyondLimit(ownerId);
        const { id } = await table.create({ data: { name, ownerId, body } });
        await note(author, null, { name, ownerId, body });
        return id;
      }),

    update: (id: number, { name, shared, body }: SavedReplyChange, author: Agent): Promise<void> =>
      inTransaction(strapi, async () => {
        const before = await find(id, author.id);
        const ownerId = shared ? null : author.id;
        if (before.ownerId !== ownerId) await refuseBeyondLimit(ownerId);
        await table.updateMany({ where: { id }, data: { name, ownerId, body } });
        await note(author, before, { name, ownerId, body });
      }),

    remove: (id: number, author: Agent): Promise<void> =>
      inTransaction(strapi, async () => {
        const before = await find(id, author.id);
        await table.deleteMany({ where: { id } });
        await note(author, before, null);
      }),
  };
};
