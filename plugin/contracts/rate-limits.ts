import { z } from 'zod';
import { policyShape } from './policy';

const figure = z.number().int().min(1).max(1_000_000);

/** `limits.rateLimiting`: how often somebody may do something. The first ones are of customers, and segments may have others. */
export const rateLimits = z.strictObject({
  ticketsPerDay: policyShape['limits.rateLimiting.ticketsPerDay'],
  commentsPerHour: policyShape['limits.rateLimiting.commentsPerHour'],
  searchesPerMinute: policyShape['limits.rateLimiting.searchesPerMinute'],
  uploadsPerHour: policyShape['limits.rateLimiting.uploadsPerHour'],
  sharesPerDay: policyShape['limits.rateLimiting.sharesPerDay'],
  chatsPerHour: policyShape['limits.rateLimiting.chatsPerHour'],
  chatMessagesPerMinute: policyShape['limits.rateLimiting.chatMessagesPerMinute'],
  /** Mails of registration and of reset that strangers can have sent to one mail address. */
  accountMailsPerHour: figure,
  /** Of one address that calls; an office or a proxy that hides addresses is one. */
  perAddress: z.strictObject({
    signInsPerHour: figure,
    registrationsPerHour: figure,
    confirmationsPerHour: figure,
    resetsPerHour: figure,
    searchesPerMinute: figure,
    changesPerHour: figure,
    reportsPerHour: figure,
    chatsPerHour: figure,
    chatMessagesPerMinute: figure,
    mailFailuresPerHour: figure,
  }),
});
export type RateLimits = z.infer<typeof rateLimits>;
