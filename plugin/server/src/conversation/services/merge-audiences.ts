import { createHash } from 'node:crypto';
import type { MergePreview, MergeReaders } from '../../../../contracts/merging';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { colleagues } from '../../segments/services/colleagues';
import { participants } from '../../tickets/services/participants';
import { shareLinks } from '../../tickets/services/share-links';
import type { TicketRow } from '../../tickets/rows';

/** Who reads each of two tickets, how they come together, and what an agent confirms by having seen it. */
export type MergeAudience = Pick<MergePreview, 'way' | 'readers' | 'confirmation'>;

const requesterSql = 'select name, organisation_id as "organisationId" from portal_customers where id = ?';

/** Who would read whose words. Asked for the preview, and again under the locks of the merge. */
export const mergeAudiences = ({ strapi }: { strapi: Strapi }) => {
  const readersOf = async (ticket: TicketRow): Promise<MergeReaders> => {
    const [requester] = await readRows<{ name: string; organisationId: number | null }>(strapi, requesterSql, [ticket.requesterId]);
    const isTheirs = requester?.organisationId === ticket.organisationId;
    return {
      requester: requester?.name ?? '',
      participants: (await getService(strapi, 'participants', participants).of(ticket.id)).map(({ email }) => email).sort(),
      colleagues: isTheirs ? await getService(strapi, 'colleagues', colleagues).readersIn(ticket.organisationId, true) : null,
      links: await getService(strapi, 'share-links', shareLinks).openOn(ticket.id),
    };
  };

  /** True where somebody beside the requester would read what he could not read before. */
  const widens = (from: MergeReaders, into: MergeReaders, isOtherHouse: boolean): boolean =>
    into.links > 0 || into.participants.some((each) => !from.participants.includes(each)) || (into.colleagues !== null && (from.colleagues === null || isOtherHouse));

  return {
    /** `confirmation` is null where nobody but their common requester is concerned; it changes with everything that it stands for. */
    async of(from: TicketRow, into: TicketRow): Promise<MergeAudience> {
      const readers = { from: await readersOf(from), into: await readersOf(into) };
      const way = from.requesterId === into.requesterId ? 'move' : 'together';
      const needed = way === 'together' || widens(readers.from, readers.into, from.organisationId !== into.organisationId);
      const seen = JSON.stringify([from.id, into.id, from.requesterId, into.requesterId, from.organisationId, into.organisationId, readers]);
      return { way, readers, confirmation: needed ? createHash('sha256').update(seen).digest('base64url').slice(0, 22) : null };
    },
  };
};
