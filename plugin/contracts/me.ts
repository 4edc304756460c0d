import { z } from 'zod';
import { languages, themes } from './accounts';
import { featureNames, policyTheme } from './policy';
import { priorities } from './tickets';

/** Who is signed in, and what he may do. */

/** What a customer may do and how much of it: the effective policy of his segment. */
export const policy = z.object({
  features: z.record(z.enum(featureNames), z.boolean()),
  priorities: z.array(z.enum(priorities)),
  limits: z.object({ maxFileSize: z.number().int(), allowedFileTypes: z.array(z.string()), maxFilesPerMessage: z.number().int(), reopenWindowDays: z.number().int() }).describe('Bytes; lower-case extensions without dot; whole days.'),
  theme: policyTheme,
}).meta({ id: 'Policy' });
export type Policy = z.infer<typeof policy>;

/** GET me, and `meta.viewer` of every answer to a signed-in customer. */
export const me = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(languages),
  timeZone: z.string().describe('IANA name, such as `Europe/Berlin`.'),
  theme: z.enum(themes),
  unread: z.number().int().describe('Notifications that were not seen.'),
  policy: policy,
}).meta({ id: 'Me' });
export type Me = z.infer<typeof me>;
