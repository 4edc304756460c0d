import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { insertRow } from '../../platform/write-rows';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import type { TicketTagRow } from '../rows';

const mostTags = 20;
const usedSql = 'select tag, count(*) as "times" from portal_ticket_tags group by tag order by "times" desc, tag limit 100';

/** Words that agents put on tickets. */
export const ticketTags = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<TicketTagRow>(strapi, 'ticket-tag');
  const of = async (ticketId: number): Promise<string[]> => (await table.findMany({ where: { ticketId }, orderBy: { tag: 'asc' }, limit: mostTags })).map(({ tag }) => tag);

  return {
    of,
    /** The tags that are used most, for offering them. */
    used: async (): Promise<string[]> => (await readRows<{ tag: string }>(strapi, usedSql)).map(({ tag }) => tag),

    /** Puts tags on a ticket and takes others off; answers those that were not so before. Inside the ticket's transaction. */
    async change(ticketId: number, add: string[], remove: string[]): Promise<{ tagged: string[]; untagged: string[] }> {
      const before = await of(ticketId);
      const untagged = [...new Set(remove)].filter((tag) => before.includes(tag));
      const tagged = [...new Set(add)].filter((tag) => !before.includes(tag) && !untagged.includes(tag));
      if (before.length + tagged.length - untagged.length > mostTags) refuseFields([fieldError('addTags', 'too_long', mostTags)]);
      if (untagged.length > 0) await table.deleteMany({ where: { ticketId, tag: { $in: untagged } } });
      for (const tag of tagged) await insertRow<TicketTagRow>(strapi, 'ticket-tag', { ticketId, tag });
      return { tagged, untagged };
    },
  };
};
