const minute = 60_000;
const hour = 60 * minute;

/** A number below `below` that belongs to `n` and `salt`, the same each time. */
export const drawn = (n, salt, below) => {
  let mixed = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
};

const turnOf = (state) => (state === 'pending' ? 'requester' : state === 'solved' || state === 'closed' ? 'nobody' : 'agent');
const nextOf = { new: ['open', 'pending', 'solved', 'closed'], open: ['pending', 'on_hold', 'solved', 'solved', 'closed'], on_hold: ['open', 'solved'], pending: ['open', 'solved', 'solved', 'closed'], solved: ['closed', 'open'], closed: ['open'] };
const typeOf = (from, to) => (to === 'closed' ? 'ticket.closed' : from === 'closed' ? 'ticket.reopened' : 'ticket.state_changed');

const walk = (n, at, now) => {
  const steps = [];
  let [state, moment, turnSince] = ['new', at, at];
  for (let step = 0; step < drawn(n, 1, 7); step += 1) {
    moment += (1 + drawn(n, 10 + step, 90)) * drawn(n, 20 + step, 60) * minute;
    if (moment >= now) break;
    const to = nextOf[state][drawn(n, 30 + step, nextOf[state].length)];
    if (turnOf(to) !== turnOf(state)) turnSince = moment;
    steps.push({ type: typeOf(state, to), at: moment, data: { from: state, to } });
    state = to;
  }
  return { steps, state, turnSince };
};

/**
 * What happened to ticket `n` that was sent at `at`: columns of its row, lines of its timeline and, perhaps, its rating.
 * Made up, with reopenings, merges, broken promises and tickets that nobody answered; nothing lies after `now`.
 */
export const historyOf = (n, at, now) => {
  const { steps, state, turnSince } = walk(n, at, now);
  const replied = at + drawn(n, 2, 4000) * minute;
  const isReplied = drawn(n, 3, 10) > 0 && replied < now;
  const broken = drawn(n, 4, 8) === 0 && at + 4 * hour < now;
  const done = turnOf(state) === 'nobody';
  const lines = [...steps, ...(broken ? [{ type: 'sla.breached', at: at + 4 * hour, data: { to: 'reply' } }] : [])].sort((one, other) => one.at - other.at);
  const columns = {
    state,
    turn: turnOf(state),
    turn_since: turnSince,
    first_replied_at: isReplied ? replied : null,
    expected_reply_hours: drawn(n, 5, 3) === 0 ? null : 1 + drawn(n, 6, 48),
    reply_promise: broken ? 'broken' : isReplied ? 'kept' : null,
    resolution_promise: done && drawn(n, 7, 3) > 0 ? 'kept' : null,
    segment: ['standard', 'standard', 'premium', null][drawn(n, 8, 4)],
    language: ['en', 'en', 'de', 'ar'][drawn(n, 9, 4)],
    assignee_id: [null, 1, 2, 3, 4][drawn(n, 40, 5)],
    merged_into_id: n > 1 && drawn(n, 41, 50) === 0 ? 1 : null,
  };
  const rating = done && turnSince + hour < now && drawn(n, 42, 3) === 0 ? { score: 1 + drawn(n, 43, 5), at: turnSince + hour } : null;
  return { columns, lines, rating };
};

/** Searches and suggestions of a year, so many of each. */
export const addAnswers = (insert, count, now) => {
  const year = 365 * 24 * hour;
  for (let n = 0; n < count; n += 1) {
    const moment = { created_at: now - Math.floor((n / count) * year), updated_at: now };
    const results = drawn(n, 50, 8);
    insert.portal_search_records({ key: `bench-${n}`, query: 'lamp', normal: 'lamp', language: 'en', results, openings: results > 0 ? drawn(n, 51, 2) : 0, ...moment });
    const outcome = ['sent', 'solved', 'open'][drawn(n, 52, 3)];
    insert.portal_suggestions({ key: `bench-${n}`, owner: 'bench', language: 'en', offers: results, openings: results > 0 ? drawn(n, 53, 3) : 0, outcome, settled: 1, ...moment });
  }
};
