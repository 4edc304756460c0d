import { createHash } from 'node:crypto';
import type { FieldValue } from '../../../../plugin/contracts/tickets';
import { leaves } from '../categories';
import type { AgentKey } from '../people';
import { agents } from '../people';
import { dateBefore } from '../wording';
import type { PastRequest, PastStep } from './past-request';

/** Who is who in this database. */
export interface Known {
  customers: Map<string, number>;
  agents: Record<AgentKey, number>;
  categories: Map<string, number>;
}
interface Answered {
  name: string;
  label: string;
  value: FieldValue;
}

const turns = { new: 'agent', open: 'agent', on_hold: 'agent', pending: 'requester', solved: 'nobody', closed: 'nobody' } as const;
const lineTypes = { opened: 'ticket.opened', said: 'comment.added', moved: 'ticket.state_changed', closed: 'ticket.closed' };
const keyOf = (name: string): string => createHash('sha256').update(name).digest('base64url');
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The answers of its form, with the labels of its category. */
export const answeredFields = ({ story, fields, at, by }: PastRequest): Answered[] =>
  (leaves.find(({ slug }) => slug === story.category)?.fields ?? []).flatMap(({ name, label }) => {
    const answer = fields[name];
    return answer === undefined ? [] : [{ name, label, value: typeof answer === 'object' ? dateBefore(new Date(at), answer.daysAgo, by.timeZone) : answer }];
  });

const movedTo = (steps: PastStep[], state: string): number | null => steps.findLast((step) => 'to' in step && step.to === state)?.at ?? null;
const wordsOf = ({ body, steps }: PastRequest): string[] => [body, ...steps.flatMap((step) => ('says' in step ? [step.says] : []))];

/** The row of its ticket. */
export const ticketRow = (past: PastRequest, { customers, agents: ids, categories }: Known): object => {
  const { reference, subject, at, by, agent, story, steps, state, promise } = past;
  const [last, isDone] = [steps.at(-1)?.at ?? at, turns[state] === 'nobody'];
  const times = { turnSince: movedTo(steps, isDone ? 'solved' : state) ?? at, lastVisibleAt: last, firstRepliedAt: steps.find((step) => 'says' in step && step.by === 'agent')?.at ?? null, solvedAt: movedTo(steps, 'solved'), closedAt: state === 'closed' ? last : null, createdAt: at, updatedAt: last };
  return {
    reference, subject, state, turn: turns[state], priority: 'normal', priorityRank: 1, language: by.language, segment: by.premium ? 'premium' : 'standard',
    requesterId: customers.get(by.email), categoryId: categories.get(story.category), assigneeId: ids[agent],
    fields: answeredFields(past), messageCount: wordsOf(past).length, searchText: folded([`${reference} ${subject}`, ...wordsOf(past)].join('\n')),
    expectedReplyHours: past.expectedReplyHours, spentSeconds: past.spentMinutes * 60,
    replyPromise: promise && (promise.kept ? 'kept' : 'broken'), resolutionPromise: promise && isDone ? 'kept' : null, replyAlarm: promise?.kept === false ? 'breached' : 'none',
    ...Object.fromEntries(Object.entries(times).map(([name, moment]) => [name, moment === null ? null : new Date(moment)])),
  };
};

/** Its messages, in their order. */
export const commentRows = ({ reference, by, agent, body, at, steps }: PastRequest, ticketId: number, { customers, agents: ids }: Known): object[] => {
  const { firstname, lastname } = agents[agent];
  const authors = { requester: { authorKind: 'customer', authorId: customers.get(by.email), authorName: by.name }, agent: { authorKind: 'agent', authorId: ids[agent], authorName: `${firstname} ${lastname}` } };
  const first: PastStep = { at, by: 'requester', says: body };
  return [first, ...steps].flatMap((step, index) => ('says' in step ? [{ key: keyOf(`${reference} ${index}`), ticketId, ...authors[step.by], body: step.says, internal: false, createdAt: new Date(step.at), updatedAt: new Date(step.at) }] : []));
};

/** The lines of its timeline, in their order. */
export const lineRows = ({ by, agent, at, steps, promise }: PastRequest, ticketId: number): object[] => {
  const { firstname, lastname } = agents[agent];
  const actors = { requester: { actorKind: 'customer', actorName: by.name }, agent: { actorKind: 'agent', actorName: `${firstname} ${lastname}` } };
  const line = (type: string, moment: number, actor: object, data: object = {}, internal = false): { moment: number; row: object } => ({ moment, row: { ticketId, type, ...actor, data, internal, createdAt: new Date(moment), updatedAt: new Date(moment) } });
  const told = steps.map((step) => ('says' in step ? line(lineTypes.said, step.at, actors[step.by]) : line(step.to === 'closed' ? lineTypes.closed : lineTypes.moved, step.at, actors[step.by], { from: step.from, to: step.to })));
  const broken = promise?.kept === false ? [line('sla.breached', promise.at, { actorKind: 'system', actorName: '' }, { to: 'reply' }, true)] : [];
  return [line(lineTypes.opened, at, actors.requester), ...told, ...broken].sort((one, other) => one.moment - other.moment).map(({ row }) => row);
};
