import { z } from 'zod';
import { attachment, attachmentListQuery, commentCreation, draft, draftChange } from '../conversation';
import { incident } from '../incidents';
import { ticketArticles } from '../knowledge';
import { rating, ratingChange, replyVote } from '../ratings';
import { requestPage } from '../request-page';
import { redaction } from '../secrets';
import * as sharing from '../sharing';
import * as tickets from '../tickets';
import { ticketDetail } from '../ticket-detail';
import { done, idOnly, nextStep } from './endpoint';
import type { Endpoints } from './endpoint';

const stateNow = z.object({ reference: z.string(), state: z.enum(tickets.ticketStates) });
const following = z.object({ id: z.string(), following: z.boolean() });
const purposeOnly = z.object({ purpose: z.string() });
const writing = ['secret_found', 'idempotency_key_reused', 'too_many_requests', 'attachment_in_use', 'file_withheld', 'validation_failed'] as const;

/** Requests, what is said in them and what hangs on them: `tickets`, `attachments`, `drafts`, `shared`. */
export const ticketEndpoints = {
  'GET /categories': { says: 'What a request can be about: a tree, flat and in its order.', answers: { 200: z.array(tickets.category) } },
  'GET /tickets': { says: 'The own requests and those one takes part in, or with `scope=organisation` those of colleagues.', query: tickets.ticketListQuery, answers: { 200: z.array(tickets.ticketListItem) }, paged: true, refusals: ['not_found'] },
  'POST /tickets': { says: 'Sends a request. Answers the ticket; 200 with the same one where the key was seen before.', body: tickets.ticketCreation, example: { subject: 'A parcel is missing', body: 'Order 4711 arrived without it.', category: 'delivery', priority: 'normal', fields: {}, attachments: [] }, answers: { 200: ticketDetail, 201: ticketDetail }, once: true, refusals: writing },
  'POST /tickets/checks': { says: 'Says whether this could be sent; nothing is kept.', body: tickets.ticketCreation, answers: { 200: nextStep('send') }, refusals: ['secret_found'] },
  'GET /tickets/:reference': { says: 'A request with its conversation, timeline and files.', answers: { 200: ticketDetail } },
  'GET /tickets/:reference/page': { says: 'The same with incidents and articles: all that the portal’s page shows.', answers: { 200: requestPage } },
  'GET /tickets/:reference/events': { says: 'The timeline as the customer may know it.', answers: { 200: z.array(tickets.ticketEvent) } },
  'POST /tickets/:reference/comments': { says: 'Replies. Answers the ticket as it is now; 200 where the key was seen before.', body: commentCreation, example: { body: 'It came this morning. Thank you.' }, answers: { 200: ticketDetail, 201: ticketDetail }, once: true, refusals: [...writing, 'ticket_closed', 'ticket_merged'] },
  'POST /tickets/:reference/closure': { says: 'Closes a request; again, it stays closed.', answers: { 200: stateNow }, refusals: ['ticket_merged'] },
  'DELETE /tickets/:reference/closure': { says: 'Opens it again.', answers: { 200: stateNow }, refusals: ['reopen_window_passed', 'ticket_merged'] },
  'GET /tickets/:reference/rating': { says: 'How its requester rated it, and until when he can.', answers: { 200: rating } },
  'PUT /tickets/:reference/rating': { says: 'Rates it, or changes what was said.', body: ratingChange, answers: { 200: rating }, refusals: ['rating_closed'] },
  'PUT /tickets/:reference/comments/:id/vote': { says: 'Says whether a reply of support helped.', body: replyVote, answers: { 200: done('helpful') } },
  'POST /tickets/:reference/comments/:id/redactions': { says: 'Takes words out of an own message; without words what looks secret.', body: redaction, answers: { 200: idOnly }, refusals: ['redaction_window_passed', 'validation_failed'] },
  'POST /tickets/:reference/participants': { says: 'Lets somebody read and answer the request. Answers alike whether or not the address has an account.', body: sharing.participantCreation, answers: { 201: z.object({ email: z.string() }) }, refusals: ['participant_limit_reached', 'too_many_requests', 'ticket_merged'] },
  'DELETE /tickets/:reference/participants/:id': { says: 'Removes a participant; by the requester, or by himself.', answers: { 200: idOnly } },
  'PUT /tickets/:reference/mute': { says: 'Tells the customer no more of this request.', answers: { 200: done('muted') } },
  'DELETE /tickets/:reference/mute': { says: 'Tells him again.', answers: { 200: done('muted') } },
  'GET /tickets/:reference/share-links': { says: 'Links with which others read it, without their tokens.', answers: { 200: z.array(sharing.shareLink) } },
  'POST /tickets/:reference/share-links': { says: 'Makes a link; its token is told only now.', body: sharing.shareCreation, answers: { 201: sharing.newShareLink }, refusals: ['share_limit_reached', 'too_many_requests', 'ticket_merged'] },
  'DELETE /tickets/:reference/share-links/:id': { says: 'Takes a link back.', answers: { 200: idOnly } },
  'GET /tickets/:reference/articles': { says: 'Articles that answer it, and others that fit.', answers: { 200: ticketArticles } },
  'GET /tickets/:reference/incidents': { says: 'Incidents that touch it.', answers: { 200: z.array(incident) } },
  'GET /incidents': { says: 'What goes on now, the newest first.', answers: { 200: z.array(incident) } },
  'PUT /incidents/:id/following': { says: 'Has each update of an incident mailed.', answers: { 200: following } },
  'DELETE /incidents/:id/following': { says: 'Has no more of it mailed.', answers: { 200: following } },
  'GET /ratings/:token': { says: 'The same rating by a mailed link; saves nothing.', answers: { 200: rating } },
  'PUT /ratings/:token': { says: 'Rates by a mailed link.', body: ratingChange, answers: { 200: rating }, refusals: ['rating_closed'] },
  'GET /shared/:token': { says: 'A request as whoever has a link reads it.', answers: { 200: sharing.sharedTicket } },
  'GET /shared/:token/attachments/:id': { says: 'A file of it.', answers: {}, answersFile: true, refusals: ['file_withheld', 'files_unavailable'] },
  'GET /attachments': { says: 'Own files that no message has taken yet.', query: attachmentListQuery, answers: { 200: z.array(attachment) } },
  'POST /attachments': {
    says: 'Takes one file; its `id` then goes into a ticket or comment.',
    takesFile: true,
    answers: { 201: attachment },
    refusals: ['upload_malformed', 'file_empty', 'file_too_large', 'file_type_refused', 'file_infected', 'scan_unavailable', 'files_unavailable'],
  },
  'GET /attachments/:id': { says: 'A file’s bytes, to save.', answers: {}, answersFile: true, refusals: ['file_withheld', 'files_unavailable'] },
  'DELETE /attachments/:id': { says: 'Takes an own file back.', answers: { 200: idOnly }, refusals: ['attachment_in_use', 'files_unavailable'] },
  'GET /drafts/:purpose': { says: 'What this browser has typed and not sent.', answers: { 200: draft }, refusals: ['not_signed_in', 'validation_failed'] },
  'PUT /drafts/:purpose': { says: 'Keeps what was typed; without a session too.', body: draftChange, answers: { 200: purposeOnly } },
  'DELETE /drafts/:purpose': { says: 'Forgets it.', answers: { 200: purposeOnly }, refusals: ['validation_failed'] },
} as const satisfies Endpoints;
