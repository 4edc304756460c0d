import type { ErasureState, ExportState } from '../../../contracts/privacy';
import type { Row } from '../platform/rows';

export interface DataExportRow extends Row {
  key: string;
  customerId: number;
  state: ExportState;
  section: number;
  lastRow: number;
  done: number;
  total: number;
  attempts: number;
  availableAt: Date;
  lockedUntil: Date | null;
  lastError: string | null;
  size: number | string | null;
  readyAt: Date | null;
  expiresAt: Date | null;
}

export interface ErasureRow extends Row {
  customerId: number;
  state: ErasureState;
  startedBy: string | null;
  adminId: number | null;
  step: number;
  counts: Record<string, number> | null;
  attempts: number;
  availableAt: Date;
  lockedUntil: Date | null;
  lastError: string | null;
  finishedAt: Date | null;
}
