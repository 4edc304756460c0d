import type { BusinessHours, ServiceTarget } from '../../../contracts/service-levels';
import type { Row } from '../platform/rows';

export interface ServiceLevelRow extends Row {
  name: string;
  version: number;
  businessHours: BusinessHours | null;
  warnAtPercent: number | null;
}

/** Empty texts stand for "all". */
export interface SlaTargetRow extends Row {
  segment: string;
  priority: string;
  replyMinutes: number | null;
  resolutionMinutes: number | null;
}

/** A target as it is counted with. */
export const toTarget = ({ segment, priority, replyMinutes, resolutionMinutes }: SlaTargetRow): ServiceTarget => ({
  segment: segment || null,
  priority: (priority || null) as ServiceTarget['priority'],
  replyMinutes,
  resolutionMinutes,
});
