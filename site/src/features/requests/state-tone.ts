import type { TicketState, Turn } from '@contracts/tickets';

/** Colours of states: amber asks the customer to act, green is done well. The word always stands beside. */
export const stateTone: Record<TicketState, 'accent' | 'good' | 'warn' | 'neutral'> = {
  new: 'accent',
  open: 'accent',
  pending: 'warn',
  on_hold: 'neutral',
  solved: 'good',
  closed: 'neutral',
};

export const turnTone: Record<Turn, 'waiting' | 'calm' | 'done'> = { requester: 'waiting', agent: 'calm', nobody: 'done' };
