import { waitSeconds } from './limit';
import type { Standing } from './limit';

/** The fields of draft-ietf-httpapi-ratelimit-headers (revision 11): what the limits are, and how they stand. */
export interface LimitFields {
  'RateLimit-Policy': string;
  RateLimit: string;
}

/** One limit as an item of both fields. */
export const limitFields = (standing: Standing): LimitFields => {
  const { name, quota, windowMs } = standing.limit;
  return { 'RateLimit-Policy': `"${name}";q=${quota};w=${Math.ceil(windowMs / 1000)}`, RateLimit: `"${name}";r=${Math.max(0, standing.left)};t=${waitSeconds(standing)}` };
};
