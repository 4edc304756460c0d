import { z } from 'zod';
import { attachment, comment } from './conversation';
import { moment } from './moment';
import { audience, fieldValue, ticketEvent, ticketSummary } from './tickets';

/** GET tickets/:reference: all that the page shows, in one answer. */
export const ticketDetail = ticketSummary.extend({
  fields: z.array(z.object({ name: z.string(), label: z.string(), value: fieldValue })),
  comments: z.array(comment.extend({
  mine: z.boolean(),
  helpful: z.boolean().nullable(),
})).describe('`mine`: the viewer wrote it. `helpful`: what he said of a reply of support; null before he did.'),
  events: z.array(ticketEvent),
  attachments: z.array(attachment),
  audience: z.array(audience).describe('Who can read this ticket, as the customer may know them.'),
  participating: z.boolean().describe('The viewer takes part in somebody else’s request.'),
  colleague: z.boolean().describe('The viewer reads it only as a colleague of who sent it.'),
  muted: z.boolean().describe('The viewer wants not to hear of it.'),
  shareLinks: z.number().int().describe('Links with which others read it now.'),
  may: z.object({ reply: z.boolean(), close: z.boolean(), reopen: z.boolean(), invite: z.boolean() }).describe('What the viewer may do now.'),
  closedAt: moment.nullable(),
  reopenUntil: moment.nullable().describe('Until when reopening is possible; null unless closed.'),
}).meta({ id: 'TicketDetail' });
export type TicketDetail = z.infer<typeof ticketDetail>;
