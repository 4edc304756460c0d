import type { TicketEventRow, TicketRow } from '../tickets/rows';
import { doneStates } from '../tickets/state';
import { stepOf } from './measures';
import type { Amounts } from './measures';

/** A ticket as far as it is counted. */
export type CountedTicket = Pick<TicketRow, 'id' | 'createdAt' | 'state' | 'turnSince' | 'mergedIntoId' | 'firstRepliedAt' | 'expectedReplyHours' | 'replyPromise' | 'resolutionPromise' | 'segment' | 'categoryId' | 'assigneeId' | 'language'>;
/** A line of its timeline that moves it, or tells of a promise that broke. */
export type CountedLine = Pick<TicketEventRow, 'type' | 'data' | 'createdAt'>;
export interface History {
  ticket: CountedTicket;
  /** In their order. */
  lines: CountedLine[];
  rating: { score: number; createdAt: string } | null;
}
/** What a ticket adds to each day. */
export type Contribution = Record<string, Amounts>;
type Note = (moment: string, measure: string, amount?: number) => void;
type Part = (history: History, note: Note) => void;

const secondsBetween = (from: string, to: string): number => Math.max(0, Math.round((new Date(to).getTime() - new Date(from).getTime()) / 1000));

/** Into the backlog and out of it, each time. */
const moves: Part = ({ ticket, lines }, note) => {
  note(ticket.createdAt, 'opened');
  let done = false;
  const turnTo = (state: string | undefined, moment: string): void => {
    const isDone = doneStates.some((each) => each === state);
    if (isDone !== done) note(moment, isDone ? 'finished' : 'reopened');
    done = isDone;
  };
  for (const { type, data, createdAt } of lines) if (type !== 'sla.breached') turnTo(data?.to, createdAt);
  // A ticket that came from elsewhere may have no timeline: since when it is nobody's turn, it says itself.
  turnTo(ticket.state, ticket.turnSince);
};

const firstReply: Part = ({ ticket: { createdAt, firstRepliedAt, expectedReplyHours } }, note) => {
  if (firstRepliedAt === null) return;
  const seconds = secondsBetween(createdAt, firstRepliedAt);
  note(firstRepliedAt, 'replied');
  note(firstRepliedAt, 'reply_seconds', seconds);
  note(firstRepliedAt, stepOf('reply', seconds));
  if (expectedReplyHours === null) return;
  note(firstRepliedAt, 'expected');
  if (seconds <= expectedReplyHours * 3600) note(firstRepliedAt, 'expected_kept');
};

const resolution: Part = ({ ticket: { createdAt, state, turnSince } }, note) => {
  if (!doneStates.includes(state)) return;
  const seconds = secondsBetween(createdAt, turnSince);
  note(turnSince, 'resolved');
  note(turnSince, 'resolution_seconds', seconds);
  note(turnSince, stepOf('resolution', seconds));
};

const promises: Part = ({ ticket: { createdAt, firstRepliedAt, turnSince, replyPromise, resolutionPromise }, lines }, note) => {
  // A breach that came with a merge has no line here.
  const brokenAt = (promise: string): string => lines.find(({ type, data }) => type === 'sla.breached' && data?.to === promise)?.createdAt ?? createdAt;
  if (replyPromise) note(replyPromise === 'kept' ? (firstRepliedAt ?? createdAt) : brokenAt('reply'), `reply_${replyPromise}`);
  if (resolutionPromise) note(resolutionPromise === 'kept' ? turnSince : brokenAt('resolution'), `resolution_${resolutionPromise}`);
};

const satisfaction: Part = ({ rating }, note) => {
  if (rating) note(rating.createdAt, `rated_${rating.score}`);
};

/** What became of a merged ticket is told by the one that it went into. */
const ofAll: Part[] = [moves];
const ofOwn: Part[] = [firstReply, resolution, promises, satisfaction];

/** What a ticket adds to which day; `dayOf` knows the calendar. */
export const contributionOf = (history: History, dayOf: (moment: Date) => string): Contribution => {
  const days = new Map<string, Map<string, number>>();
  const note: Note = (moment, measure, amount = 1) => {
    if (amount === 0) return;
    const day = dayOf(new Date(moment));
    const amounts = days.get(day) ?? new Map<string, number>();
    days.set(day, amounts.set(measure, (amounts.get(measure) ?? 0) + amount));
  };
  for (const part of history.ticket.mergedIntoId === null ? [...ofAll, ...ofOwn] : ofAll) part(history, note);
  const sorted = <Value>(map: Map<string, Value>): [string, Value][] => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted(days).map(([day, amounts]) => [day, Object.fromEntries(sorted(amounts))]));
};
