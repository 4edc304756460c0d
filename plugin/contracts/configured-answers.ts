import { z } from 'zod';

const webAddress = z.url({ protocol: /^https?$/ });

/** `answers` of config/plugins.ts. Off, nothing else of it is looked at; on, it needs to know whom to ask. */
export const answerSettings = z
  .strictObject({
    enabled: z.boolean().describe('answers written from articles ([below](#answers-written-from-articles)); off: no button, no route (404)'),
    baseUrl: z.string().describe('address of an OpenAI-compatible API, to which `/chat/completions` is added; needed when on'),
    apiKey: z.string().describe('sent as a bearer token; empty for a server that wants none'),
    model: z.string().describe('a model of that API; needed when on'),
    timeoutMs: z.number().int().min(1000).max(120_000).describe('milliseconds for a whole answer'),
    maxTokens: z.number().int().min(50).max(4000).describe('longest answer'),
    perCustomer: z.number().int().min(1).describe('answers a day (UTC) for one customer'),
    perVisitor: z.number().int().min(0).describe('for all who are not signed in at one address (IPv6: one /64); 0: only customers get any'),
    perDay: z.number().int().min(1).describe('for the whole desk'),
  })
  .refine(({ enabled, baseUrl }) => !enabled || webAddress.safeParse(baseUrl).success, { path: ['baseUrl'], message: 'must be the address of an OpenAI-compatible API, such as https://api.example.com/v1, while answers.enabled is true' })
  .refine(({ enabled, model }) => !enabled || model.trim() !== '', { path: ['model'], message: 'must name a model of that API while answers.enabled is true' });
