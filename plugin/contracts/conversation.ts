import { z } from 'zod';
import type { MailPart } from './inbound-mail';
import type { SecretKind } from './secrets';
import { bodyText } from './tickets';

/** POST tickets/:reference/comments */
export const commentCreation = z.strictObject({
  body: bodyText,
  attachments: z.array(z.string().max(64)).max(20).default([]),
  /** Sends what looks secret all the same; without it 409 `secret_found`. */
  allowSecrets: z.boolean().optional(),
});
export type CommentCreation = z.infer<typeof commentCreation>;

export interface Attachment {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  mime: string;
  /** True while the viewer may still take it back. */
  removable: boolean;
  /** Why it cannot be opened: it is still searched for viruses, or one was found. */
  withheld: 'scanning' | 'virus' | null;
  createdAt: string;
}

export interface Comment {
  id: string;
  author: { kind: 'customer' | 'agent'; name: string };
  /** What was typed (Markdown subset), unchanged. */
  body: string;
  /** Safe HTML of `body`. */
  html: string;
  attachments: Attachment[];
  /** Null for what was written in the portal. */
  mail: MailPart | null;
  /** What looks secret in it, where the reader may take it out; left out where there is nothing. */
  secrets?: SecretKind[];
  createdAt: string;
}

// As much as the site's largest form: a text that is refused for its length must still be there to shorten.
const draftLimit = 1_000_000;
/** Purposes look like `new-request` or `reply.R-2K7F9Q`. */
export const draftPurpose = z.string().regex(/^[a-z-]{1,40}(\.[A-Z0-9-]{1,20})?$/);
/** PUT drafts/:purpose. Values are what a form held, unchecked: a draft may be wrong. */
export const draftChange = z.strictObject({
  values: z.record(z.string().max(80), z.union([z.string().max(draftLimit), z.boolean(), z.array(z.string().max(200)).max(50)])),
});
export type DraftValues = z.infer<typeof draftChange>['values'];
export interface Draft {
  purpose: string;
  values: DraftValues;
  updatedAt: string;
}

/** GET me/limits: how many requests the customer may send, how many are left, and when there are more (null while some are left). */
export interface OwnLimits {
  requests: { limit: number; left: number; nextAt: string | null };
}
