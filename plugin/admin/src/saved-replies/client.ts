import type { SavedReply, SavedReplyChange } from '../../../contracts/saved-replies';
import { get, post, put, remove } from '../desk/ask';

/** GET /portal/saved-replies */
export const listSavedReplies = (signal?: AbortSignal): Promise<SavedReply[]> => get('/portal/saved-replies', signal);
/** POST /portal/saved-replies */
export const createSavedReply = (change: SavedReplyChange): Promise<unknown> => post('/portal/saved-replies', change);
/** PUT /portal/saved-replies/:id */
export const changeSavedReply = (id: number, change: SavedReplyChange): Promise<unknown> => put(`/portal/saved-replies/${id}`, change);
/** DELETE /portal/saved-replies/:id */
export const removeSavedReply = (id: number): Promise<unknown> => remove(`/portal/saved-replies/${id}`);
