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
  accountMailsPerHour: figure.describe('mails of registration and reset to one mail address'),
  /** Of one address that calls; an office or a proxy that hides addresses is one. */
  perAddress: z.strictObject({
    signInsPerHour: figure.describe('attempts to sign in'),
    registrationsPerHour: figure.describe('accounts asked for'),
    confirmationsPerHour: figure.describe('mailed links of registration followed'),
    resetsPerHour: figure.describe('new passwords asked for or set'),
    searchesPerMinute: figure.describe('searches and suggestions of all who are not signed in'),
    changesPerHour: figure.describe('drafts, feedback and ratings by link; of a signed-in customer by himself'),
    reportsPerHour: figure.describe('reports of blocked content'),
    chatsPerHour: figure.describe('live chats that guests begin'),
    chatMessagesPerMinute: figure.describe('messages of guests in live chats'),
    mailFailuresPerHour: figure.describe('wrong secrets of received mail; beyond it right ones are refused too'),
  }),
});
export type RateLimits = z.infer<typeof rateLimits>;
