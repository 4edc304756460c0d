import type { SavedReply, SavedReplyChange } from '../../../../contracts/saved-replies';
import { Refusal, notFound } from '../../platform/errors';
import { rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { SavedReplyRow } from '../rows';

const mostReplies = 200;

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

  return {
    async list(me: number): Promise<SavedReply[]> {
      const found = await table.findMany({ where: visibleTo(me), orderBy: [{ name: 'asc' }, { id: 'asc' }], limit: 2 * mostReplies });
      return found.map(({ id, name, ownerId, body }) => ({ id, name, shared: ownerId === null, body }));
    },

    /** True for one that all agents have; 404 for another's own and a missing one alike. */
    isShared: async (id: number, me: number): Promise<boolean> => (await find(id, me)).ownerId === null,

    async create({ name, shared, body }: SavedReplyChange, me: number): Promise<number> {
      const ownerId = shared ? null : me;
      await refuseBeyondLimit(ownerId);
      return (await table.create({ data: { name, ownerId, body } })).id;
    },

    async update(id: number, { name, shared, body }: SavedReplyChange, me: number): Promise<void> {
      const before = await find(id, me);
      const ownerId = shared ? null : me;
      if (before.ownerId !== ownerId) await refuseBeyondLimit(ownerId);
      await table.updateMany({ where: { id }, data: { name, ownerId, body } });
    },

    async remove(id: number, me: number): Promise<void> {
      await find(id, me);
      await table.deleteMany({ where: { id } });
    },
  };
};
