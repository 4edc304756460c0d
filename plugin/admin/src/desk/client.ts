import type { Agent, AgentNote, AgentReply, CategoryOrder, DeskCategory, DeskListQuery, DeskTicketDetail, InboxTicket, Presence, RequesterPanel, TakenBack, TicketChange, TicketChanges, TicketsChanged, UserTicket } from '../../../contracts/desk';
import type { MergePreview } from '../../../contracts/merging';
import type { ViewChange, Views } from '../../../contracts/desk-views';
import type { Attachment } from '../../../contracts/conversation';
import type { Pagination } from '../../../contracts/platform';
import type { CategoryChange } from '../../../contracts/tickets';
import { client, get, post, put, remove } from './ask';
import type { Answer } from './ask';

const ticket = (reference: string): string => `/portal/tickets/${encodeURIComponent(reference)}`;
const category = (slug: string): string => `/portal/categories/${encodeURIComponent(slug)}`;

/** One page of tickets as the inbox shows it. */
export interface TicketPage {
  tickets: InboxTicket[];
  pagination: Pagination;
  /** What was asked for. */
  query: Partial<DeskListQuery>;
}

/** GET /portal/tickets */
export const listTickets = async (query: Partial<DeskListQuery>, signal?: AbortSignal): Promise<TicketPage> => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  const { data } = await client().get<Answer<InboxTicket[], { pagination: Pagination }>>(`/portal/tickets?${search}`, { signal });
  return { tickets: data.data, pagination: data.meta.pagination, query };
};

/** GET /portal/tickets/:reference */
export const showTicket = (reference: string, signal?: AbortSignal): Promise<DeskTicketDetail> => get(ticket(reference), signal);
/** GET /portal/tickets/:reference/merge */
export const previewMerge = (reference: string, into: string, signal?: AbortSignal): Promise<MergePreview> => get(`${ticket(reference)}/merge?into=${encodeURIComponent(into)}`, signal);
/** POST /portal/tickets/:reference/merge */
export const mergeTicket = (reference: string, into: string, confirmation: string | null): Promise<unknown> => post(`${ticket(reference)}/merge`, { into, confirmation });
/** DELETE /portal/tickets/:reference/merge */
export const separateTicket = (reference: string): Promise<unknown> => remove(`${ticket(reference)}/merge`);
/** GET /portal/tickets/:reference/requester */
export const showRequester = (reference: string, signal?: AbortSignal): Promise<RequesterPanel> => get(`${ticket(reference)}/requester`, signal);
/** GET /portal/users/:id/tickets */
export const listUserTickets = (id: number, signal?: AbortSignal): Promise<UserTicket[]> => get(`/portal/users/${id}/tickets`, signal);
/** PUT /portal/tickets/:reference */
export const changeTicket = (reference: string, change: TicketChange): Promise<DeskTicketDetail> => put(ticket(reference), change);
/** POST /portal/tickets/changes */
export const changeTickets = (changes: TicketChanges): Promise<TicketsChanged> => post('/portal/tickets/changes', changes);
/** PUT /portal/tickets/:reference/read-mark */
export const markRead = (reference: string, event: number): Promise<unknown> => put(`${ticket(reference)}/read-mark`, { event });
/** DELETE /portal/tickets/:reference/read-mark */
export const markUnread = (reference: string): Promise<unknown> => remove(`${ticket(reference)}/read-mark`);
/** POST /portal/tickets/:reference/comments */
export const sendReply = (reference: string, reply: AgentReply): Promise<DeskTicketDetail> => post(`${ticket(reference)}/comments`, reply);
/** DELETE /portal/tickets/:reference/held-replies/:id */
export const takeBackReply = (reference: string, id: string): Promise<TakenBack> => remove(`${ticket(reference)}/held-replies/${encodeURIComponent(id)}`);
/** PUT /portal/tickets/:reference/presence */
export const signPresence = (reference: string, writing: boolean): Promise<Presence> => put(`${ticket(reference)}/presence`, { writing });
/** DELETE /portal/tickets/:reference/presence */
export const leaveTicket = (reference: string): Promise<unknown> => remove(`${ticket(reference)}/presence`);
/** POST /portal/tickets/:reference/notes */
export const addNote = (reference: string, note: AgentNote): Promise<DeskTicketDetail> => post(`${ticket(reference)}/notes`, note);
/** POST /portal/tickets/:reference/comments/:id/redactions; without words what looks secret. */
export const redactMessage = (reference: string, id: string, words: string[]): Promise<unknown> => post(`${ticket(reference)}/comments/${encodeURIComponent(id)}/redactions`, { words });

/** POST /portal/attachments */
export const uploadFile = (file: File): Promise<Attachment> => {
  const form = new FormData();
  form.append('file', file, file.name);
  return post('/portal/attachments', form);
};
/** GET /portal/attachments/:id: a plain link could not carry the agent's token. */
export const readFile = async (id: string): Promise<Blob> =>
  (await client().get(`/portal/attachments/${encodeURIComponent(id)}`, { responseType: 'blob' })).data;

/** GET /portal/views */
export const listViews = (signal?: AbortSignal): Promise<Views> => get('/portal/views', signal);
/** POST /portal/views */
export const createView = (change: ViewChange): Promise<{ id: number }> => post('/portal/views', change);
/** PUT /portal/views/:id */
export const changeView = (id: number, change: ViewChange): Promise<{ id: number }> => put(`/portal/views/${id}`, change);
/** DELETE /portal/views/:id */
export const removeView = (id: number): Promise<unknown> => remove(`/portal/views/${id}`);
/** GET /portal/tags */
export const listTags = (signal?: AbortSignal): Promise<string[]> => get('/portal/tags', signal);

/** GET /portal/agents */
export const listAgents = (signal?: AbortSignal): Promise<Agent[]> => get('/portal/agents', signal);
/** GET /portal/categories */
export const listCategories = (signal?: AbortSignal): Promise<DeskCategory[]> => get('/portal/categories', signal);
/** POST /portal/categories */
export const createCategory = (change: CategoryChange): Promise<unknown> => post('/portal/categories', change);
/** PUT /portal/categories/:slug */
export const changeCategory = (slug: string, change: CategoryChange): Promise<unknown> => put(category(slug), change);
/** PUT /portal/category-order */
export const orderCategories = (order: CategoryOrder): Promise<unknown> => put('/portal/category-order', order);
/** DELETE /portal/categories/:slug */
export const removeCategory = async (slug: string): Promise<void> => void (await client().del(category(slug)));
