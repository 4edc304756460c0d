import { z } from 'zod';
import { moment } from './moment';

/** How far an archive of somebody's data is. `waiting`: it is being made, or about to be. */
export const exportStates = ['waiting', 'ready', 'failed', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

/** GET me/exports/:id; the list has the latest first. */
export const dataExport = z.object({
  id: z.string(),
  state: z.enum(exportStates),
  done: z.number().int().describe('Steps that are done, and how many there are.'),
  total: z.number().int(),
  size: z.number().int().nullable().describe('Bytes; null until it is ready.'),
  createdAt: moment,
  readyAt: moment.nullable(),
  expiresAt: moment.nullable().describe('When it cannot be fetched any more.'),
}).meta({ id: 'DataExport' });
export type DataExport = z.infer<typeof dataExport>;

/**
 * How far an erasure is. `asked`: the mailed link was not followed yet. `confirmed`: it begins at `dueAt`, until then it
 * can be taken back. `done`, `withdrawn`: over.
 */
export const erasureStates = ['asked', 'confirmed', 'running', 'done', 'withdrawn', 'failed'] as const;
export type ErasureState = (typeof erasureStates)[number];

/** POST me/erasure. The password is asked for once more, of whoever has one: a session that was left open must not be enough. */
export const erasureRequest = z.strictObject({ password: z.string().min(1).max(200).optional() });
export type ErasureRequest = z.infer<typeof erasureRequest>;
/** POST erasure-confirmations */
export const erasureConfirmation = z.strictObject({ code: z.string().min(20).max(200) });

/** GET me/erasure; null where there is none, or the last one was taken back. */
export const erasure = z.object({
  state: z.enum(erasureStates),
  askedAt: moment,
  dueAt: moment.nullable().describe('When it begins; null until it is confirmed.'),
}).meta({ id: 'Erasure' });
export type Erasure = z.infer<typeof erasure>;

/** GET /portal/settings/customers/:id/erasure */
export interface CustomerErasure extends Erasure {
  /** An admin's name; null where the customer asked himself. */
  startedBy: string | null;
  finishedAt: string | null;
  /** How many of what was erased; no words. */
  counts: Record<string, number>;
  lastError: string | null;
}
/** POST /portal/settings/customers/:id/erasure; `delay` false begins at once. */
export const erasureStart = z.strictObject({ delay: z.boolean().default(true) });
