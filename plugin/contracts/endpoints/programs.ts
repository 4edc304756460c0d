import { z } from 'zod';
import { keptMail } from '../mail';
import { takenIn } from '../inbound-mail';
import type { Endpoints } from './endpoint';

/** What no person calls, but programs around the portal. */
export const programEndpoints = {
  'GET /openapi.json': { says: 'This document.', answers: { 200: z.looseObject({ openapi: z.string() }), 304: null }, plain: true },
  'POST /csp-reports': { says: 'Takes what browsers report as blocked.', takes: ['application/csp-report', 'application/reports+json'], answers: { 204: null }, refusals: ['body_too_large'] },
  'POST /inbound-mail': { says: 'Takes mails that a mail server or provider hands in.', secret: 'mailSecret', takes: ['message/rfc822', 'application/json', 'multipart/form-data', 'application/x-www-form-urlencoded'], answers: { 200: z.array(takenIn) }, refusals: ['access_refused', 'mail_malformed', 'mail_too_large', 'too_many_requests', 'not_found', 'body_type_refused'] },
  'GET /mailbox': { says: 'Mails that development keeps back; 404 where mails are sent.', answers: { 200: z.array(keptMail) }, refusals: ['not_found'] },
} as const satisfies Endpoints;
