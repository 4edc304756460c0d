import { createHmac } from 'node:crypto';
import type { Strapi } from '../platform/domain';

/**
 * What is counted, as it is kept: whoever reads the store sees no address and no mail address. Another first
 * key in `server.app.keys` begins all counts anew.
 */
export const subjectName = (strapi: Strapi, limit: string, subject: string): string =>
  createHmac('sha256', strapi.config.get<string[]>('server.app.keys')[0] ?? '').update(`portal: limits: ${limit}: ${subject}`).digest('base64url').slice(0, 32);
