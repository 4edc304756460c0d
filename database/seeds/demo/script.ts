import type { Priority, TicketState } from '../../../plugin/contracts/tickets';
import type { FileMaker } from './files/papers';
import type { AgentKey, CustomerKey } from './people';

/** An answer to a category's own question; `daysAgo` becomes the date so many days before the request. */
export type Answer = string | boolean | { daysAgo: number };

type Deed =
  | { does: 'writes'; text: string; files: FileMaker[] }
  | { does: 'closes' }
  | { does: 'reopens' }
  | { does: 'answers'; by: AgentKey; text: string; then?: TicketState; files: FileMaker[] }
  | { does: 'notes'; by: AgentKey; text: string }
  | { does: 'links'; by: AgentKey; article: string }
  | { does: 'sets'; by: AgentKey; change: { state?: TicketState; priority?: Priority; category?: string; assignee?: AgentKey | null; addTags?: string[] } };
/** Something that somebody does, hours after what happened before it. */
export type Step = Deed & { after: number };

/** One request from its first message to where it stands now. */
export interface Script {
  by: CustomerKey;
  /** Slug of a category that takes requests. */
  category: string;
  subject: string;
  /** Hours from the last step to the moment of seeding. */
  ended: number;
  text: string;
  fields?: Record<string, Answer>;
  priority?: Priority;
  files?: FileMaker[];
  steps: Step[];
}

/** Hours in so many days; a script counts in hours. */
export const days = (count: number): number => count * 24;
/** Hours in so many weeks. */
export const weeks = (count: number): number => days(count * 7);

/** The customer replies. */
export const writes = (after: number, text: string, files: FileMaker[] = []): Step => ({ does: 'writes', after, text, files });
/** The customer closes the request. */
export const closes = (after: number): Step => ({ does: 'closes', after });
/** The customer opens it again. */
export const reopens = (after: number): Step => ({ does: 'reopens', after });
/** An agent replies; it is the customer's turn then, or the ticket becomes `then`. */
export const answers = (by: AgentKey, after: number, text: string, { then, files = [] }: { then?: TicketState; files?: FileMaker[] } = {}): Step => ({ does: 'answers', by, after, text, then, files });
/** An agent writes an internal note. */
export const notes = (by: AgentKey, after: number, text: string): Step => ({ does: 'notes', by, after, text });
/** An agent changes state, priority, category, assignee or tags. */
export const sets = (by: AgentKey, after: number, change: Extract<Deed, { does: 'sets' }>['change']): Step => ({ does: 'sets', by, after, change });
/** An agent takes the ticket, and marks it with words of the desk's own. */
export const takes = (by: AgentKey, after: number, addTags?: string[]): Step => sets(by, after, { assignee: by, ...(addTags ? { addTags } : {}) });
/** An agent says which article answers it, by its slug; the search learns that once the ticket is solved. */
export const links = (by: AgentKey, after: number, article: string): Step => ({ does: 'links', by, after, article });
