import type { DeskTicketDetail } from '../../../contracts/desk';
import type { Rights } from '../desk/use-rights';
import { Answers } from './Answers';
import { History } from './History';
import { Promises } from './Promises';
import { Requester } from './Requester';
import { TicketArticles } from './TicketArticles';
import { TicketControls } from './TicketControls';
import { TicketIncidentChoice } from './TicketIncidentChoice';

interface Props {
  ticket: DeskTicketDetail;
  rights: Rights;
  onTicket(ticket: DeskTicketDetail): void;
  /** Puts text into the reply. */
  onInsert(text: string): void;
}

/** What is known about a ticket beside its conversation. */
export const SidePanel = ({ ticket, rights, onTicket, onInsert }: Props) => (
  <>
    <TicketControls ticket={ticket} rights={rights} onTicket={onTicket} />
    <TicketIncidentChoice reference={ticket.reference} disabled={!rights.update} />
    <Promises promises={ticket.promises} />
    <TicketArticles reference={ticket.reference} changed={ticket.updatedAt} mayReply={rights.reply} onInsert={onInsert} />
    <Requester requester={ticket.requester} others={ticket.requesterTickets} participants={ticket.participants} />
    <Answers fields={ticket.fields} />
    <History events={ticket.events} />
  </>
);
