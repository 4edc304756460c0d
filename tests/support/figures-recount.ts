/**
 * Figures counted the slow way: from tickets, timelines and ratings as they are stored, ticket by ticket, with a calendar
 * of its own. Shares nothing with what the product counts by, on purpose; also `scripts/bench-figures.mjs` compares with it.
 */

export interface RecordedTicket {
  id: number;
  created: number;
  state: string;
  turnSince: number;
  merged: number | null;
  firstReplied: number | null;
  expectedHours: number | null;
  replyPromise: string | null;
  resolutionPromise: string | null;
  segment: string | null;
  category: number;
  assignee: number | null;
  language: string | null;
}
export interface RecordedLine {
  ticket: number;
  type: string;
  to: string | undefined;
  at: number;
}
export interface Recorded {
  tickets: RecordedTicket[];
  lines: Map<number, RecordedLine[]>;
  ratings: Map<number, { ticket: number; score: number; at: number }>;
}
export interface Question {
  from: string;
  to: string;
  timeZone: string;
  by?: string;
  value?: string;
}
type Run = (sql: string) => Promise<Record<string, unknown>[]>;

const moment = (value: unknown): number => new Date(value as string | number | Date).getTime();
const perhaps = (value: unknown): number | null => (value === null || value === undefined ? null : moment(value));
const number = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** All that was recorded, in three statements. */
export const recorded = async (run: Run): Promise<Recorded> => ({
  tickets: (await run('select * from portal_tickets')).map((row) => ({
    id: Number(row.id),
    created: moment(row.created_at),
    state: String(row.state),
    turnSince: moment(row.turn_since),
    merged: number(row.merged_into_id),
    firstReplied: perhaps(row.first_replied_at),
    expectedHours: number(row.expected_reply_hours),
    replyPromise: row.reply_promise as string | null,
    resolutionPromise: row.resolution_promise as string | null,
    segment: row.segment as string | null,
    category: Number(row.category_id),
    assignee: number(row.assignee_id),
    language: row.language as string | null,
  })),
  lines: Map.groupBy((await run('select ticket_id, type, data, created_at from portal_ticket_events order by id')).map((row) => ({
    ticket: Number(row.ticket_id),
    type: String(row.type),
    to: ((typeof row.data === 'string' ? JSON.parse(row.data) : (row.data ?? {})) as { to?: string }).to,
    at: moment(row.created_at),
  })), ({ ticket }) => ticket),
  ratings: new Map((await run('select ticket_id, score, created_at from portal_ratings')).map((row) => [Number(row.ticket_id), { ticket: Number(row.ticket_id), score: Number(row.score), at: moment(row.created_at) }])),
});

/** Clocks are set by quarters of an hour, so all moments of one have the same date; asking for it takes long. */
const quarter = 900_000;
const calendars = new Map<string, (at: number) => string>();
const calendar = (timeZone: string): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const known = new Map<number, string>();
  const dayOf = (at: number): string => {
    const found = known.get(Math.floor(at / quarter)) ?? format.format(at);
    known.set(Math.floor(at / quarter), found);
    return found;
  };
  const made = calendars.get(timeZone) ?? dayOf;
  calendars.set(timeZone, made);
  return made;
};

const isDone = (state: string | undefined): boolean => state === 'solved' || state === 'closed';
const movers = ['ticket.state_changed', 'ticket.closed', 'ticket.reopened'];

/** When a ticket was done, and when it was taken up again, in turn. */
const movesOf = (ticket: RecordedTicket, lines: RecordedLine[]): { at: number; done: boolean }[] => {
  const moves: { at: number; done: boolean }[] = [];
  const now = (): boolean => moves.at(-1)?.done ?? false;
  for (const line of lines) if (movers.includes(line.type) && isDone(line.to) !== now()) moves.push({ at: line.at, done: isDone(line.to) });
  if (isDone(ticket.state) !== now()) moves.push({ at: ticket.turnSince, done: isDone(ticket.state) });
  return moves;
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const edges = [5 * minute, 15 * minute, 30 * minute, hour, 2 * hour, 4 * hour, 8 * hour, 12 * hour, day, 2 * day, 3 * day, 5 * day, 7 * day, 14 * day, 30 * day];

const timesOf = (all: number[]) => {
  const sorted = [...all].sort((one, other) => one - other);
  const middle = sorted[Math.ceil(sorted.length / 2) - 1];
  const steps = [0, ...edges].map((low, index) => sorted.filter((each) => each >= low && each < (edges[index] ?? Infinity)).length);
  const median = middle === undefined ? null : { from: Math.max(0, ...edges.filter((edge) => edge <= middle)), to: edges.find((edge) => edge > middle) ?? null };
  return { count: sorted.length, median, average: sorted.length === 0 ? null : sorted.reduce((sum, each) => sum + each, 0) / sorted.length, steps };
};

/** What the page should say. */
export const recount = ({ tickets, lines, ratings }: Recorded, { from, to, timeZone, by, value }: Question) => {
  const dayOf = calendar(timeZone);
  const within = (at: number | null): boolean => at !== null && dayOf(at) >= from && dayOf(at) <= to;
  const belongs = ({ segment, category, assignee, language }: RecordedTicket): boolean =>
    by === undefined || String({ segment, category, agent: assignee, language }[by as 'segment'] ?? '') === value;
  const found = { opened: 0, resolved: 0, reopened: 0, backlog: 0, ratings: [0, 0, 0, 0, 0], promises: { reply: { kept: 0, broken: 0 }, resolution: { kept: 0, broken: 0 } }, expected: { count: 0, inTime: 0 } };
  const [replies, solutions]: [number[], number[]] = [[], []];
  const seconds = (ticket: RecordedTicket, at: number): number => Math.max(0, Math.round((at - ticket.created) / 1000));
  for (const ticket of tickets.filter(belongs)) {
    const own = lines.get(ticket.id) ?? [];
    const moves = movesOf(ticket, own);
    if (within(ticket.created)) found.opened += 1;
    found.reopened += moves.filter(({ done, at }) => !done && within(at)).length;
    const last = moves.filter(({ at }) => dayOf(at) <= to).at(-1);
    if (dayOf(ticket.created) <= to && !last?.done) found.backlog += 1;
    if (ticket.merged !== null) continue;
    const solved = moves.at(-1);
    if (solved?.done && within(solved.at)) {
      found.resolved += 1;
      solutions.push(seconds(ticket, solved.at));
    }
    if (ticket.firstReplied !== null && within(ticket.firstReplied)) {
      replies.push(seconds(ticket, ticket.firstReplied));
      if (ticket.expectedHours !== null) {
        found.expected.count += 1;
        if (seconds(ticket, ticket.firstReplied) <= ticket.expectedHours * hour) found.expected.inTime += 1;
      }
    }
    const rating = ratings.get(ticket.id);
    if (rating && within(rating.at)) found.ratings[rating.score - 1] = (found.ratings[rating.score - 1] ?? 0) + 1;
    for (const promise of ['reply', 'resolution'] as const) {
      const became = promise === 'reply' ? ticket.replyPromise : ticket.resolutionPromise;
      const settled = promise === 'reply' ? ticket.firstReplied : (solved?.at ?? null);
      const broke = own.find(({ type, to: what }) => type === 'sla.breached' && what === promise)?.at ?? ticket.created;
      if (became === 'kept' && within(settled)) found.promises[promise].kept += 1;
      if (became === 'broken' && within(broke)) found.promises[promise].broken += 1;
    }
  }
  return { ...found, firstReply: timesOf(replies), resolution: timesOf(solutions) };
};
