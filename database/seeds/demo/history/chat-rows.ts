import { agents } from '../people';
import type { PastChat, PastChatLine } from './past-chats';
import type { Known } from './request-rows';

const excerptOf = (lines: PastChatLine[]): string => (lines.findLast(({ kind }) => kind !== 'event')?.text ?? '').slice(0, 160);
const numberOf = (lines: PastChatLine[], kind: PastChatLine['kind']): number => lines.findLastIndex((line) => line.kind === kind) + 1;

/** The row of a chat that is over. */
export const chatRow = ({ key, at, name, email, agent, takenAt, endedAt, source, page, lines, score }: PastChat, known: Known): object => {
  const lastWordAt = new Date(lines.findLast(({ kind }) => kind !== 'event')?.at ?? at);
  const person = { name, email: email ?? '', proven: email !== null, customerId: email === null ? null : (known.customers.get(email) ?? null), visitorHash: null, language: 'en', segment: 'standard' };
  return {
    key, state: 'ended', ...person, source, page, agentId: agent && known.agents[agent], agentName: agent && `${agents[agent].firstname} ${agents[agent].lastname}`,
    lastNumber: lines.length, lastAgentNumber: numberOf(lines, 'agent'), seenByVisitor: lines.length, seenByAgent: lines.length, unread: 0, mailedUpTo: 0, excerpt: excerptOf(lines),
    waitingSince: new Date(at), takenAt: takenAt === null ? null : new Date(takenAt), lastWordAt, endedAt: new Date(endedAt), score, ratingComment: score === null ? null : '', createdAt: new Date(at), updatedAt: new Date(endedAt),
  };
};

/** Its lines, numbered. */
export const chatLineRows = ({ name, agent, lines }: PastChat, chatId: number, known: Known): object[] =>
  lines.map(({ at, kind, text, happened }, index) => {
    const who = agent && `${agents[agent].firstname} ${agents[agent].lastname}`;
    const byAgent = kind === 'agent' || happened === 'joined' || happened === 'ended_by_agent';
    return { chatId, number: index + 1, kind, authorId: kind === 'agent' && agent ? known.agents[agent] : null, authorName: byAgent ? (who ?? '') : kind === 'visitor' ? name : '', text, happened, createdAt: new Date(at), updatedAt: new Date(at) };
  });
