import type { AnswerSentence } from '../../../../contracts/answers';
import type { MailRemark } from '../../../../contracts/inbound-mail';
import type { Section } from './section';
import { json, moment, tableSection } from './section';

type Moment = Date | string | number | null;
interface Dated {
  id: number;
  createdAt: Moment;
}

const notifications = tableSection<Dated & { kind: string; title: string; actor: string | null; reference: string | null; own: boolean | number | null; readAt: Moment }>(
  'notifications',
  'select id, kind, title, actor, reference, own, read_at as "readAt", created_at as "createdAt" from portal_notifications where customer_id = ?',
  ({ customerId }) => [customerId],
  // What a request of somebody else is called is that person's matter.
  ({ kind, title, actor, reference, own, readAt, createdAt }) => ({ kind, title: own ? title : null, by: own ? actor : null, reference, readAt: moment(readAt), createdAt: moment(createdAt) }),
);

const ratings = tableSection<Dated & { reference: string; score: number; comment: string | null }>(
  'ratings',
  'select r.id, t.reference, r.score, r.comment, r.created_at as "createdAt" from portal_ratings r join portal_tickets t on t.id = r.ticket_id where r.customer_id = ?',
  ({ customerId }) => [customerId],
  ({ reference, score, comment, createdAt }) => ({ reference, score, comment, createdAt: moment(createdAt) }),
  'r.id',
);

const votes = tableSection<Dated & { reference: string; helpful: boolean | number }>(
  'votes',
  'select v.id, t.reference, v.helpful, v.created_at as "createdAt" from portal_reply_votes v join portal_tickets t on t.id = v.ticket_id where v.customer_id = ?',
  ({ customerId }) => [customerId],
  ({ reference, helpful, createdAt }) => ({ reference, helpful: Boolean(helpful), createdAt: moment(createdAt) }),
  'v.id',
);

const suggestions = tableSection<Dated & { subject: string | null; text: string | null; opened: string[] | string | null; offers: number; outcome: string }>(
  'suggestions',
  'select id, subject, text, opened, offers, outcome, created_at as "createdAt" from portal_suggestions where owner = ?',
  ({ customerId }) => [`customer:${customerId}`],
  ({ subject, text, opened, offers, outcome, createdAt }) => ({ subject, text, offered: offers, opened: json<string[]>(opened, []).length, outcome, createdAt: moment(createdAt) }),
);

const writtenAnswers = tableSection<Dated & { sentences: AnswerSentence[] | string | null }>(
  'writtenAnswers',
  'select id, sentences, created_at as "createdAt" from portal_written_answers where owner = ?',
  ({ customerId }) => [`customer:${customerId}`],
  ({ sentences, createdAt }) => ({ text: json<AnswerSentence[]>(sentences, []).map(({ text }) => text).join(' '), createdAt: moment(createdAt) }),
);

const feedback = tableSection<Dated & { document: string; helpful: boolean | number; reason: string | null; comment: string | null; title: string | null }>(
  'feedback',
  `select f.id, f.document, f.helpful, f.reason, f.comment, f.created_at as "createdAt",
    (select min(a.title) from portal_articles a where a.document_id = f.document and a.published_at is not null) as title from portal_article_feedback f where f.reader = ?`,
  ({ customerId }) => [`customer:${customerId}`],
  ({ document, title, helpful, reason, comment, createdAt }) => ({ article: title ?? document, helpful: Boolean(helpful), reason, comment, createdAt: moment(createdAt) }),
  'f.id',
);

const shareLinks = tableSection<Dated & { reference: string; expiresAt: Moment }>(
  'shareLinks',
  'select s.id, t.reference, s.expires_at as "expiresAt", s.created_at as "createdAt" from portal_share_links s join portal_tickets t on t.id = s.ticket_id where s.customer_id = ?',
  ({ customerId }) => [customerId],
  ({ reference, expiresAt, createdAt }) => ({ reference, expiresAt: moment(expiresAt), createdAt: moment(createdAt) }),
  's.id',
);

const incidents = tableSection<Dated & { title: string }>(
  'incidents',
  'select f.id, i.title, f.created_at as "createdAt" from portal_incident_followers f join portal_incidents i on i.id = f.incident_id where f.customer_id = ?',
  ({ customerId }) => [customerId],
  ({ title, createdAt }) => ({ title, createdAt: moment(createdAt) }),
  'f.id',
);

const muted = tableSection<Dated & { reference: string }>(
  'muted',
  'select m.id, t.reference, m.created_at as "createdAt" from portal_ticket_mutes m join portal_tickets t on t.id = m.ticket_id where m.customer_id = ?',
  ({ customerId }) => [customerId],
  ({ reference, createdAt }) => ({ reference, createdAt: moment(createdAt) }),
  'm.id',
);

const takingPart = tableSection<Dated & { reference: string }>(
  'takingPart',
  'select p.id, t.reference, p.created_at as "createdAt" from portal_participants p join portal_tickets t on t.id = p.ticket_id where p.email = ?',
  ({ email }) => [email.toLowerCase()],
  ({ reference, createdAt }) => ({ reference, createdAt: moment(createdAt) }),
  'p.id',
);

/** Only of the mails that are surely his: anybody can write an address of somebody else above a mail. */
const receivedMails = tableSection<Dated & { key: string; subject: string; cut: string | null; remarks: MailRemark[] | string | null; reference: string | null }>(
  'receivedMails',
  `select m.id, m.key, m.subject, c.cut, c.remarks, t.reference, m.created_at as "createdAt" from portal_received_mails m
    join portal_comments c on c.id = m.comment_id and c.author_kind = 'customer' left join portal_tickets t on t.id = m.ticket_id where c.author_id = ?`,
  ({ customerId }) => [customerId],
  ({ id, subject, cut, reference, createdAt }) => ({ subject, reference, cut, file: mailPath(id), createdAt: moment(createdAt) }),
  'm.id',
);

const sentMails = tableSection<Dated & { subject: string; state: string; sentAt: Moment }>(
  'sentMails',
  'select id, subject, state, sent_at as "sentAt", created_at as "createdAt" from portal_mails where "to" = ?',
  ({ email }) => [email],
  ({ subject, state, sentAt, createdAt }) => ({ subject, state, sentAt: moment(sentAt), createdAt: moment(createdAt) }),
);

/** Where a received mail lies in the archive. */
export const mailPath = (id: number): string => `files/mails/mail-${id}.eml`;

/** What he did, and what he was told. */
export const activitySections = { notifications, ratings, votes, suggestions, writtenAnswers, feedback, shareLinks, incidents, muted, takingPart, receivedMails, sentMails } satisfies Record<string, Section>;
