import { Refusal } from '../platform/errors';
import type { TicketRow } from './rows';

/** Refuses what would wake a ticket whose conversation goes on elsewhere. */
export const refuseMerged = ({ mergedIntoId }: Pick<TicketRow, 'mergedIntoId'>): void => {
  if (mergedIntoId !== null) throw new Refusal('ticket_merged', 'This ticket was merged into another one, which its timeline names. Go on there.');
};
