import type { IncidentState } from '../../../contracts/incidents';
import type { Row } from '../platform/rows';

export interface IncidentRow extends Row {
  key: string;
  title: string;
  text: string;
  state: IncidentState;
  categories: string[] | null;
}
export interface IncidentUpdateRow extends Row {
  incidentId: number;
  text: string;
  state: IncidentState;
  agentName: string;
}
export interface IncidentFollowerRow extends Row {
  incidentId: number;
  customerId: number;
}
export interface IncidentTicketRow extends Row {
  incidentId: number;
  ticketId: number;
}
