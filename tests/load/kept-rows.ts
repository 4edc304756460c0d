import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

/** What the database holds of one subject. */
export interface Kept {
  tickets: number;
  reference: string | null;
  messages: number;
  timeline: number;
  events: number;
  mails: number;
}

const open = (dataDirectory: string) => new DatabaseSync(path.join(dataDirectory, 'portal.db'), { readOnly: true });

/** Reads straight from the file, past every cache of the server. */
export const keptOf = (dataDirectory: string, subjects: string[]): Map<string, Kept> => {
  const db = open(dataDirectory);
  const tickets = db.prepare('SELECT id, reference FROM portal_tickets WHERE subject = ?');
  const count = (sql: string) => (value: SQLInputValue) => (db.prepare(sql).get(value) as { n: number }).n;
  const messages = count('SELECT count(*) n FROM portal_comments WHERE ticket_id = ?');
  const timeline = count(`SELECT count(*) n FROM portal_ticket_events WHERE ticket_id = ? AND type = 'ticket.opened'`);
  const events = count(`SELECT count(*) n FROM portal_outbox WHERE subject = ? AND type = 'ticket.opened'`);
  const mails = count(`SELECT count(*) n FROM portal_mails WHERE subject LIKE '[' || ? || ']%'`);
  const kept = subjects.map((subject): [string, Kept] => {
    const found = tickets.all(subject) as { id: number; reference: string }[];
    const [first] = found;
    if (!first) return [subject, { tickets: 0, reference: null, messages: 0, timeline: 0, events: 0, mails: 0 }];
    const { id, reference } = first;
    return [subject, { tickets: found.length, reference, messages: messages(id), timeline: timeline(id), events: events(reference), mails: mails(reference) }];
  });
  db.close();
  return new Map(kept);
};

/** Rows that hang on a ticket which does not exist, and events and keys of such: all must be zero. */
export const orphans = (dataDirectory: string): Record<string, number> => {
  const db = open(dataDirectory);
  const count = (sql: string): number => (db.prepare(sql).get() as { n: number }).n;
  const lost = {
    messages: count('SELECT count(*) n FROM portal_comments WHERE ticket_id NOT IN (SELECT id FROM portal_tickets)'),
    timeline: count('SELECT count(*) n FROM portal_ticket_events WHERE ticket_id NOT IN (SELECT id FROM portal_tickets)'),
    events: count(`SELECT count(*) n FROM portal_outbox WHERE type = 'ticket.opened' AND subject NOT IN (SELECT reference FROM portal_tickets)`),
    keys: count(`SELECT count(*) n FROM portal_idempotency_keys WHERE outcome LIKE 'R-%' AND outcome NOT IN (SELECT reference FROM portal_tickets)`),
    emptyTickets: count('SELECT count(*) n FROM portal_tickets WHERE id NOT IN (SELECT ticket_id FROM portal_comments)'),
  };
  db.close();
  return lost;
};

/** Events that were not told to everyone yet. */
export const untold = (dataDirectory: string): number => {
  const db = open(dataDirectory);
  const { n } = db.prepare(`SELECT count(*) n FROM portal_outbox WHERE state = 'pending'`).get() as { n: number };
  db.close();
  return n;
};
