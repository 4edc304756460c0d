import { z } from 'zod';

/** A moment in an answer: ISO 8601 in UTC, such as `2026-11-26T09:30:00.000Z`. */
export const moment = z.string().meta({ format: 'date-time' });
