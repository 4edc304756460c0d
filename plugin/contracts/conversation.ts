import { z } from 'zod';
import { mailPart } from './inbound-mail';
import { moment } from './moment';
import { secretKinds } from './secrets';
import { bodyText } from './tickets';

/** POST tickets/:reference/comments */
export const commentCreation = z.strictObject({
  body: bodyText,
  attachments: z.array(z.string().max(64)).max(20).default([]),
  /** Sends what looks secret all the same; without it 409 `secret_found`. */
  allowSecrets: z.boolean().optional(),
});
export type CommentCreation = z.infer<typeof commentCreation>;

export const attachment = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number().int().describe('Bytes.'),
  mime: z.string(),
  removable: z.boolean().describe('True while the viewer may still take it back.'),
  withheld: z.enum(['scanning', 'virus']).nullable().describe('Why it cannot be opened: it is still searched for viruses, or one was found.'),
  createdAt: moment,
}).meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof attachment>;

/** GET attachments: names of files, with commas between them. */
export const attachmentListQuery = z.strictObject({ ids: z.string().max(4000).default('') });

export const comment = z.object({
  id: z.string(),
  author: z.object({ kind: z.enum(['customer', 'agent']), name: z.string() }),
  body: z.string().describe('What was typed (Markdown subset), unchanged.'),
  html: z.string().describe('Safe HTML of `body`.'),
  attachments: z.array(attachment),
  mail: mailPart.nullable().describe('Null for what was written in the portal.'),
  secrets: z.array(z.enum(secretKinds)).optional().describe('What looks secret in it, where the reader may take it out; left out where there is nothing.'),
  createdAt: moment,
}).meta({ id: 'Comment' });
export type Comment = z.infer<typeof comment>;

// As much as the site's largest form: a text that is refused for its length must still be there to shorten.
const draftLimit = 1_000_000;
/** Purposes look like `new-request` or `reply.R-2K7F9Q`. */
export const draftPurpose = z.string().regex(/^[a-z-]{1,40}(\.[A-Z0-9-]{1,20})?$/);
/** PUT drafts/:purpose. Values are what a form held, unchecked: a draft may be wrong. */
export const draftChange = z.strictObject({
  values: z.record(z.string().max(80), z.union([z.string().max(draftLimit), z.boolean(), z.array(z.string().max(200)).max(50)])),
});
export type DraftValues = z.infer<typeof draftChange>['values'];
export const draft = z.object({
  purpose: z.string(),
  values: draftChange.shape.values,
  updatedAt: moment,
}).meta({ id: 'Draft' });
export type Draft = z.infer<typeof draft>;

/** GET me/limits: how many requests the customer may send, how many are left, and when there are more (null while some are left). */
export const ownLimits = z.object({
  requests: z.object({ limit: z.number().int(), left: z.number().int(), nextAt: moment.nullable() }),
}).meta({ id: 'OwnLimits' });
export type OwnLimits = z.infer<typeof ownLimits>;
