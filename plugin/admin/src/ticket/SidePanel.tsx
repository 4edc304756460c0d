import type { DeskTicketDetail } from '../../../contracts/desk';
import type { Rights } from '../desk/use-rights';
import { Answers } from './Answers';
import { History } from './History';
import { Promises } from './Promises';
import { Requester } from './Requester';
import { TicketArticles } from './TicketArticles';
import { TicketControls } from './TicketControls';
import { TicketIncidentChoice } from './TicketIncidentChoice';
import type { ChangeTicket } from './use-ticket-change';

interface Props {
  ticket: DeskTicketDetail;
  rights: Rights;
  saving: boolean;
  onChange: ChangeTicket;
  /** Puts text into the reply. */
  onInsert(text: string): void;
}

/** What is known about a ticket beside its conversation. */
export const SidePanel = ({ ticket, rights, saving, onChange, onInsert }: Props) => (
  <>
    <TicketControls ticket={ticket} rights={rights} saving={saving} onChange={onChange} />
    <TicketIncidentChoice reference={ticket.reference} disabled={!rights.update} />
    <Promises promises={ticket.promises} />
    <TicketArticles reference={ticket.reference} changed={ticket.updatedAt} mayReply={rights.reply} onInsert={onInsert} />
    <Requester reference={ticket.reference} requester={ticket.requester} others={ticket.requesterTickets} participants={ticket.participants} />
    <Answers fields={ticket.fields} />
    <History events={ticket.events} />
  </>
);
