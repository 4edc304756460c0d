import type { PolicyOverrides } from '../../../contracts/policy';
import type { SegmentRule } from '../../../contracts/settings';
import type { Row } from '../platform/rows';

export interface SegmentRow extends Row {
  name: string;
  title: string;
  inherits: string | null;
  position: number;
  rules: SegmentRule[] | null;
  overrides: PolicyOverrides | null;
}

export interface SettingRow extends Row {
  name: string;
  value: unknown;
}
