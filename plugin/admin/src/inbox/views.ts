import type { DeskListQuery } from '../../../contracts/desk';
import { ticketStates } from '../../../contracts/tickets';
import type { TicketState } from '../../../contracts/tickets';

const done: TicketState[] = ['solved', 'closed'];
const active = ticketStates.filter((state) => !done.includes(state));

interface View {
  /** What the view itself asks for. */
  fixed: Pick<DeskListQuery, 'state' | 'assignee'>;
  /** The states it can be narrowed to. */
  states: TicketState[];
}

/** The names of the saved views, in the order of their tabs. */
export const viewNames = ['mine', 'unassigned', 'open', 'waiting', 'done'] as const;
export type ViewName = (typeof viewNames)[number];

/** The saved views of the inbox. */
export const views: Record<ViewName, View> = {
  mine: { fixed: { state: 'active', assignee: 'me' }, states: active },
  unassigned: { fixed: { state: 'active', assignee: 'nobody' }, states: active },
  open: { fixed: { state: 'active' }, states: active },
  waiting: { fixed: { state: 'pending' }, states: [] },
  done: { fixed: { state: 'done' }, states: done },
};
