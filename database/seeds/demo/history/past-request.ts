import type { TicketState } from '../../../../plugin/contracts/tickets';
import type { AgentKey } from '../people';
import type { Story } from './story';

/** Who asked; `email` is by what the database knows him. */
export interface Requester {
  name: string;
  email: string;
  language: 'en' | 'de';
  timeZone: string;
  premium: boolean;
}
/** Something that happened, in its order: words, or another state. Nobody but the requester and agents act. */
export type PastStep = { at: number; by: 'requester' | 'agent' } & ({ says: string } | { from: TicketState; to: TicketState });

/** A request that was sent in the year before the demo, as it stands now. Moments are milliseconds. */
export interface PastRequest {
  reference: string;
  by: Requester;
  agent: AgentKey;
  story: Story;
  subject: string;
  body: string;
  fields: Story['answers'];
  at: number;
  steps: PastStep[];
  state: TicketState;
  expectedReplyHours: number | null;
  /** Of those who were promised a reply; `at` of one that broke: when it did. */
  promise: { kept: boolean; at: number } | null;
  /** Minutes of opening in which it was the agents' turn. */
  spentMinutes: number;
  rating: { at: number; score: number } | null;
}
