import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { addAnswers, historyOf } from './histories.mjs';
import { inserter } from './inserter.mjs';
import { paragraph, subject } from './words.mjs';

const require = createRequire(import.meta.url);
const states = ['new', 'open', 'open', 'pending', 'pending', 'on_hold', 'solved', 'closed', 'closed', 'closed'];
const turnOf = { new: 'agent', open: 'agent', on_hold: 'agent', pending: 'requester', solved: 'nobody', closed: 'nobody' };
const hour = 3_600_000;

/** Crockford's base 32, as real references are written. */
const reference = (n) => `R-${[...Array(6).keys()].map((place) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[Math.floor(n * 7919 / 32 ** (5 - place)) % 32]).join('')}`;
const tokenOf = (n) => `bench-session-${n}`;

/** Cookie of the bench's customer `n`; all share what the sessions table knows. */
export const cookieOf = (n) => `portal_session=${tokenOf(n)}`;

const addCustomer = (insert, n, now) => {
  const user = insert.up_users({ username: `customer${n}@bench.example`, email: `customer${n}@bench.example`, provider: 'local', password: 'none', confirmed: 1, blocked: 0 });
  insert.up_users_role_lnk({ user_id: user, role_id: insert.role, user_ord: 1 });
  const customer = insert.portal_customers({ user_id: user, name: `Customer ${n}`, language: 'en', time_zone: 'UTC', theme: 'auto', segment: 'standard', portal_access: 1 });
  const token_hash = createHash('sha256').update(tokenOf(n)).digest('hex');
  insert.portal_sessions({ token_hash, customer_id: customer, device: 'bench', address: '127.0.0.1', last_seen_at: now, expires_at: now + 720 * hour });
  return { user, customer };
};

const addTicket = (insert, { n, requester, category, comments, at, now }) => {
  const state = states[n % states.length];
  const body = paragraph(n);
  const history = now === undefined ? null : historyOf(n, at, now);
  const ticket = insert.portal_tickets({
    reference: reference(n),
    subject: subject(n),
    state,
    priority: 'normal',
    priority_rank: 1,
    requester_id: requester,
    category_id: category,
    turn: turnOf[state],
    turn_since: at,
    fields: '[]',
    message_count: comments,
    search_text: `${reference(n)} ${subject(n)}\n${body}`.toLowerCase(),
    created_at: at,
    updated_at: at + comments * hour,
    last_visible_at: at + comments * hour,
    language: 'en',
    ...(history?.columns ?? {}),
  });
  for (const { type, at: moment, data } of history?.lines ?? []) insert.portal_ticket_events({ ticket_id: ticket, type, actor_kind: 'agent', actor_name: 'Ada', data: JSON.stringify(data), internal: type === 'sla.breached' ? 1 : 0, created_at: moment, updated_at: moment });
  if (history?.rating) insert.portal_ratings({ ticket_id: ticket, customer_id: requester, score: history.rating.score, created_at: history.rating.at, updated_at: history.rating.at });
  for (let c = 0; c < comments; c += 1) {
    const agent = c % 2 === 1;
    const moment = { created_at: at + c * hour, updated_at: at + c * hour };
    const author = agent ? 'Ada' : `Customer ${requester}`;
    insert.portal_comments({ key: `b${n}-${c}`, ticket_id: ticket, author_kind: agent ? 'agent' : 'customer', author_id: agent ? 1 : requester, author_name: author, body: c === 0 ? body : paragraph(n + c), internal: 0, ...moment });
    insert.portal_ticket_events({ ticket_id: ticket, type: c === 0 ? 'ticket.opened' : 'comment.added', actor_kind: agent ? 'agent' : 'customer', actor_name: author, data: '{}', internal: 0, ...moment });
  }
  return reference(n);
};

/**
 * Fills a database whose tables exist: `count` tickets of `count`/50 customers with five messages each, one
 * ticket with forty, and customers without tickets who will send some. One transaction, straight into SQLite. With
 * `histories` tickets have one message, but change state, are answered, reopened and rated, and there are searches and suggestions beside them.
 */
export const fillDataSet = (dataDirectory, count, senders, { histories = false } = {}) => {
  const db = require('better-sqlite3')(path.join(dataDirectory, 'portal.db'));
  db.pragma('synchronous = OFF');
  const now = Date.now();
  const insert = inserter(db, now);
  const people = Math.max(1, Math.floor(count / 50));
  const made = db.transaction(() => {
    const category = insert.portal_categories({ slug: 'bench', name: 'Bench', parent: null, position: 0, suggested_priority: 'normal', fields: '[]', active: 1 });
    const past = histories ? { now } : {};
    const categories = histories ? [category, ...['second', 'third'].map((slug) => insert.portal_categories({ slug, name: slug, parent: null, position: 1, suggested_priority: 'normal', fields: '[]', active: 1 }))] : [];
    const customers = Array.from({ length: people + senders }, (_, n) => addCustomer(insert, n, now));
    const spread = 365 * 24 * hour;
    for (let n = 1; n < count; n += 1) {
      addTicket(insert, { n, requester: customers[n % people].customer, category: histories ? categories[n % 3] : category, ...past, comments: histories ? 1 : 5, at: now - spread + Math.floor((n / count) * (spread - 48 * hour)) });
    }
    const long = addTicket(insert, { n: count, requester: customers[0].customer, category, ...past, comments: 40, at: now - 48 * hour });
    if (histories) addAnswers(insert, count, now);
    return { viewer: customers[0], long };
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  return { ...made, cookie: cookieOf(0), senderCookies: Array.from({ length: senders }, (_, n) => cookieOf(people + n)) };
};
