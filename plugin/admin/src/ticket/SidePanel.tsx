import type { DeskTicketDetail } from '../../../contracts/desk';
import type { Rights } from '../desk/use-rights';
import { Answers } from './Answers';
import { History } from './History';
import { Requester } from './Requester';
import { TicketControls } from './TicketControls';

interface Props {
  ticket: DeskTicketDetail;
  rights: Rights;
  onTicket(ticket: DeskTicketDetail): void;
}

/** What is known about a ticket beside its conversation. */
export const SidePanel = ({ ticket, rights, onTicket }: Props) => (
  <>
    <TicketControls ticket={ticket} rights={rights} onTicket={onTicket} />
    <Requester requester={ticket.requester} others={ticket.requesterTickets} />
    <Answers fields={ticket.fields} />
    <History events={ticket.events} />
  </>
);
