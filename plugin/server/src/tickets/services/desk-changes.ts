import type { TicketChange, TicketChanges, TicketsChanged } from '../../../../contracts/desk';
import { after, days, now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import type { Change } from '../consequences';
import { refuseMerged } from '../merged';
import { doneStates } from '../state';
import type { Actor, TicketRow } from '../rows';
import { agents } from './agents';
import { categories } from './categories';
import { deskList } from './desk-list';
import { ticketChanges } from './ticket-changes';
import { ticketTags } from './ticket-tags';

const longestSnooze = days(366);

/** Changes that agents make to tickets, one or many. Only behind the desk's permissions. */
export const deskChanges = ({ strapi }: { strapi: Strapi }) => {
  const kinds = () => getService(strapi, 'categories', categories);
  const changes = () => getService(strapi, 'ticket-changes', ticketChanges);

  const categoryChange = async (ticket: TicketRow, slug: string | undefined): Promise<Change['category']> => {
    if (slug === undefined) return undefined;
    const kind = await kinds().bySlug(slug);
    if (!kind) return refuseFields([fieldError('category', 'not_allowed')]);
    return { id: kind.id, name: kind.name, before: (await kinds().byId(ticket.categoryId))?.name ?? '' };
  };

  const assigneeChange = async (id: number | null | undefined): Promise<Change['assignee']> => {
    if (id === undefined || id === null) return id;
    return (await getService(strapi, 'agents', agents).named([id])).get(id) ?? refuseFields([fieldError('assignee', 'not_allowed')]);
  };

  /** Only what somebody has to act on is put off, and only until a day that comes within a year. */
  const snoozeChange = (ticket: TicketRow, { state, snoozeUntil }: TicketChange): Date | null | undefined => {
    if (snoozeUntil === undefined || snoozeUntil === null) return snoozeUntil;
    const until = new Date(snoozeUntil);
    const isPossible = until > now() && until <= after(now(), longestSnooze) && !doneStates.includes(state ?? ticket.state);
    return isPossible ? until : refuseFields([fieldError('snoozeUntil', 'not_allowed')]);
  };

  const changeOf = async (ticket: TicketRow, wanted: TicketChange): Promise<Change> => ({
    state: wanted.state,
    priority: wanted.priority,
    category: await categoryChange(ticket, wanted.category),
    assignee: await assigneeChange(wanted.assignee),
    snoozeUntil: snoozeChange(ticket, wanted),
    ...(wanted.addTags || wanted.removeTags ? await getService(strapi, 'ticket-tags', ticketTags).change(ticket.id, wanted.addTags ?? [], wanted.removeTags ?? []) : {}),
  });

  /** All of it or, when a part is refused, nothing. */
  const change = async (reference: string, wanted: TicketChange, agent: Actor): Promise<void> => {
    const found = await getService(strapi, 'desk-list', deskList).find(reference);
    if (!found) throw notFound();
    await inTransaction(strapi, async (afterCommit) => {
      const ticket = await changes().lock(found.id);
      if (wanted.state !== undefined) refuseMerged(ticket);
      await changes().apply(ticket, await changeOf(ticket, wanted), agent, afterCommit);
    });
  };

  return {
    change,

    /** The same change to each ticket by itself: one that is refused is told, and holds up no other. */
    async changeMany({ references, change: wanted }: TicketChanges, agent: Actor): Promise<TicketsChanged> {
      const outcome: TicketsChanged = { changed: [], failed: [] };
      for (const reference of new Set(references)) {
        try {
          await change(reference, wanted, agent);
          outcome.changed.push(reference);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          outcome.failed.push({ reference, code: error.details.code, message: error.message, errors: error.details.errors });
        }
      }
      return outcome;
    },
  };
};
