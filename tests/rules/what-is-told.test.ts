import type { MailRemark } from '../../plugin/contracts/inbound-mail';
import { toMe, type Viewer } from '../../plugin/server/src/accounts/viewer';
import type { AttachmentRow, CommentRow } from '../../plugin/server/src/conversation/rows';
import { filesOf, toAttachment, toDeskComment, toDraft, toMessage } from '../../plugin/server/src/conversation/serialize';
import { at, minutes } from '../../plugin/server/src/platform/clock';
import { toPolicy } from '../../plugin/server/src/segments/resolve-policy';
import { agentName, requesterOf } from '../../plugin/server/src/tickets/actors';
import type { CategoryRow, TicketEventRow, TicketRow } from '../../plugin/server/src/tickets/rows';
import { toEvent, toIso, toSummary } from '../../plugin/server/src/tickets/serialize';

const secret = 'SECRET';
const moment = '2026-03-01T12:00:00.000Z';
const times = { createdAt: moment, updatedAt: moment };
const viewer: Viewer = { customerId: 7, userId: 8, sessionId: 9, name: 'Cora', email: 'cora@example.com', language: 'en', timeZone: 'UTC', theme: 'auto', segment: secret, organisationId: 3, unread: 3, hasFactor: true, mustEnrol: false, verifiedAt: null };
const cora = { kind: 'customer', id: 7, name: 'Cora' } as const;

/** A row as the database has it, with a column that somebody adds later. */
const row = <Row extends object>(columns: Row): Row => ({ ...columns, addedLater: secret });
const ticket = row<TicketRow>({
  id: 1, reference: 'R-2K7F9Q', subject: 'A box', state: 'new', priority: 'normal', priorityRank: 1, requesterId: 7, organisationId: 3, categoryId: 2, assigneeId: 3, turn: 'agent', turnSince: moment, lastVisibleAt: secret,
  fields: [{ name: 'order', label: 'Order', value: secret }], messageCount: 1, searchText: secret, snoozedUntil: null, newsEvent: 0, mergedIntoId: null, firstRepliedAt: null, solvedAt: null, closedAt: null,
  segment: secret, spentSeconds: 1, dueAt: secret, dueFor: 'reply', warnAt: secret, lookAt: secret, replyAlarm: 'none', resolutionAlarm: 'none', replyPromise: 'broken', resolutionPromise: 'kept', expectedReplyHours: 7919, language: secret, ...times,
});
const category = row<CategoryRow>({ id: 2, slug: 'parcels', name: 'Parcels', description: secret, helpText: secret, parent: null, position: 0, suggestedPriority: 'normal', fields: null, active: true, ...times });
const file = row<AttachmentRow>({ id: 4, key: 'key', ownerKind: 'customer', ownerId: 7, ticketId: 1, commentId: 5, name: 'a.pdf', mime: 'application/pdf', size: 3, sha256: secret, internal: false, store: 's3', scan: 'clean', ...times });
const comment = row<CommentRow>({ id: 5, key: 'said', ticketId: 1, authorKind: 'agent', authorId: 3, authorName: 'Ada', body: '**Yes**', internal: false, channel: 'mail', cut: 'cut', remarks: [row<MailRemark>({ code: 'unauthenticated', detail: null }), row<MailRemark>({ code: 'shortened', detail: null })], ...times });
const event = row<TicketEventRow>({ id: 6, ticketId: 1, type: 'ticket.state_changed', actorKind: 'agent', actorName: 'Ada', data: row({ from: 'new', to: 'open' }), internal: true, ...times });

describe('what leaves the server is named, column by column', () => {
  const policy = toPolicy(row({ features: { ticketSubmission: true, fileUploads: true, knowledgeBase: true, writtenAnswers: true, liveChat: false, emailReplies: false, prioritySupport: false, organisationRequests: false, organisationReplies: false }, priorities: ['normal' as const], limits: { maxFileSize: 1, allowedFileTypes: [], maxFilesPerMessage: 1, reopenWindowDays: 1 }, theme: { mode: 'auto' as const, name: 'Help', palette: null }, accent: secret, rates: { ticketsPerDay: 1, commentsPerHour: 1, answersPerDay: 1, searchesPerMinute: 1, uploadsPerHour: 1, sharesPerDay: 1, chatsPerHour: 1, chatMessagesPerMinute: 1 }, notifications: { page: [], mail: [], digest: [], push: [] }, requiresSecondFactor: true }));
  const told: [string, object, string[]][] = [
    ['a request in a list', toSummary(ticket, category), ['category', 'createdAt', 'messageCount', 'priority', 'reference', 'state', 'subject', 'turn', 'turnSince', 'updatedAt']],
    ['a line of its history', toEvent(event), ['actor', 'createdAt', 'data', 'id', 'type']],
    ['a message', toMessage(comment), ['author', 'body', 'createdAt', 'html', 'id', 'mail']],
    ['a message for agents', toDeskComment(comment, [file], cora), ['attachments', 'author', 'body', 'createdAt', 'html', 'id', 'internal', 'mail']],
    ['a file', toAttachment(file, cora), ['createdAt', 'id', 'mime', 'name', 'removable', 'size', 'withheld']],
    ['a draft', toDraft(row({ id: 1, jarHash: secret, purpose: 'new-request', customerId: 7, values: { body: 'x' }, ...times })), ['purpose', 'updatedAt', 'values']],
    ['the customer herself', toMe(viewer, policy), ['email', 'language', 'name', 'policy', 'theme', 'timeZone', 'unread']],
    ['what she may do', policy, ['features', 'limits', 'priorities', 'theme']],
  ];

  test.each(told)('%s', (_name, answer, keys) => {
    expect(Object.keys(answer).sort()).toEqual(keys);
    expect(JSON.stringify(answer)).not.toContain(secret);
  });

  test('a request whose category is gone is still told', () => expect(toSummary(ticket, null).category).toEqual({ slug: '', name: '' }));
});

describe('a file that was sent', () => {
  const removable = (later: number, reader: Parameters<typeof toAttachment>[1]): boolean => at(new Date(Date.parse(moment) + later), () => toAttachment(file, reader).removable);
  test('can be taken back for half an hour, by who brought it', () => {
    expect([removable(0, cora), removable(minutes(30) - 1, cora), removable(minutes(30), cora)]).toEqual([true, true, false]);
  });
  test('cannot be taken back by another customer, nor by an agent of the same number', () => {
    expect([removable(0, { ...cora, id: 8 }), removable(0, { kind: 'agent', id: 7, name: 'Ada' })]).toEqual([false, false]);
  });
  test('stands under its own message only', () => expect(filesOf(comment.id, [file, { ...file, commentId: 99 }], cora)).toHaveLength(1));
});

test('times are told in one form, whatever a database gives', () => {
  for (const value of [moment, Date.parse(moment), new Date(moment), '2026-03-01T13:00:00+01:00']) expect(toIso(value)).toBe(moment);
});

test('an agent is called by name, never by address; one without a name is “Support”', () => {
  expect(agentName({ firstname: 'Ada', lastname: 'Okafor' })).toBe('Ada Okafor');
  expect([agentName({ firstname: 'Ada', lastname: null }), agentName({ firstname: '', lastname: null })]).toEqual(['Ada', 'Support']);
  expect(requesterOf(viewer)).toEqual(cora);
});
