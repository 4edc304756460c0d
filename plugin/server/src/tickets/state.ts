import type { Priority, TicketState, Turn } from '../../../contracts/tickets';
import { priorities } from '../../../contracts/tickets';
import { after, days } from '../platform/clock';

/** The states that still want somebody to act. */
export const activeStates: TicketState[] = ['new', 'open', 'pending', 'on_hold'];
export const doneStates: TicketState[] = ['solved', 'closed'];

const turns: Record<TicketState, Turn> = {
  new: 'agent',
  open: 'agent',
  pending: 'requester',
  // Waiting for a third party is still the agents' to chase.
  on_hold: 'agent',
  solved: 'nobody',
  closed: 'nobody',
};
/** Whose turn it is follows from the state alone, so the two can never disagree. */
export const turnOf = (state: TicketState): Turn => turns[state];

/** A customer's words bring a ticket back to the agents; one that nobody has answered stays new. */
export const stateAfterCustomerReply = (state: TicketState): TicketState => (state === 'new' ? 'new' : 'open');

/** An agent's words hand the ticket to the customer, unless the agent says otherwise. */
export const stateAfterAgentReply = (wanted: TicketState | undefined): TicketState => wanted ?? 'pending';

/** A closed ticket takes no replies; it is reopened first. */
export const canReply = (state: TicketState): boolean => state !== 'closed';
/** Anything that is not closed yet can be. */
export const canClose = (state: TicketState): boolean => state !== 'closed';

/** The last moment at which a ticket closed at `closedAt` can be reopened. */
export const reopenUntil = (closedAt: Date, windowDays: number): Date => after(closedAt, days(windowDays));

/** Only closed tickets are reopened, and only within the window. */
export const canReopen = (ticket: { state: TicketState; closedAt: Date | null }, moment: Date, windowDays: number): boolean =>
  ticket.state === 'closed' && ticket.closedAt !== null && moment <= reopenUntil(ticket.closedAt, windowDays);

/** 0 for the least urgent. */
export const rankOf = (priority: Priority): number => priorities.indexOf(priority);
