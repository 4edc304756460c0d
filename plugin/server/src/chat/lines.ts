import type { ChatHappening } from '../../../contracts/chat';
import type { ChatLine, ChatRow } from './rows';

const words = (kind: 'visitor' | 'agent', authorId: number | null, authorName: string, text: string): ChatLine => ({ kind, authorId, authorName, text, happened: null });

/** What the visitor of a chat wrote. */
export const visitorLine = ({ customerId, name }: Pick<ChatRow, 'customerId' | 'name'>, text: string): ChatLine => words('visitor', customerId, name, text);
/** What an agent wrote. */
export const agentLine = ({ id, name }: { id: number; name: string }, text: string): ChatLine => words('agent', id, name, text);
/** What happened, and by whom, where that is somebody whom visitors know. */
export const eventLine = (happened: ChatHappening, authorName = ''): ChatLine => ({ kind: 'event', authorId: null, authorName, text: '', happened });

/** The beginning of what was written, in one line. */
export const excerptOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 160).toWellFormed();
