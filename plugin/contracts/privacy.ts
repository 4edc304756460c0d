import { z } from 'zod';

/** How far an archive of somebody's data is. `waiting`: it is being made, or about to be. */
export const exportStates = ['waiting', 'ready', 'failed', 'expired'] as const;
export type ExportState = (typeof exportStates)[number];

/** GET me/exports/:id; the list has the latest first. */
export interface DataExport {
  id: string;
  state: ExportState;
  /** Steps that are done, and how many there are. */
  done: number;
  total: number;
  /** Bytes; null until it is ready. */
  size: number | null;
  createdAt: string;
  readyAt: string | null;
  /** When it cannot be fetched any more. */
  expiresAt: string | null;
}

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
export interface Erasure {
  state: ErasureState;
  askedAt: string;
  /** When it begins; null until it is confirmed. */
  dueAt: string | null;
}

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
