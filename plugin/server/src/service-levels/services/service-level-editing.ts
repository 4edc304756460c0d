import type { BusinessHours, DuePreview, ServiceLevels, ServiceLevelsAnswer, ServiceTarget } from '../../../../contracts/service-levels';
import { membership } from '../../accounts/services/membership';
import { auditLog } from '../../audit/services/audit-log';
import type { Author, Change } from '../../audit/services/audit-log';
import { minutes, now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { events } from '../../platform/services/events';
import { writeStatement } from '../../platform/statements';
import { fieldError, refuseFields } from '../../platform/validate';
import { insertRow, putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { afterOpenTime, isOpen, openHours } from '../business-hours';
import type { OpenHours } from '../business-hours';
import type { ServiceLevelRow, SlaTargetRow } from '../rows';
import { serviceLevels } from './service-levels';

const whom = ({ segment, priority }: ServiceTarget): string => `${segment ?? ''}/${priority ?? ''}`;

/** A target that promises nothing, or of which there is one already, says nothing. */
const targetFaults = (targets: ServiceTarget[]) =>
  targets.flatMap((target, index) => [
    ...(target.replyMinutes === null && target.resolutionMinutes === null ? [fieldError(`targets.${index}.replyMinutes`, 'required')] : []),
    ...(targets.slice(0, index).some((before) => whom(before) === whom(target)) ? [fieldError(`targets.${index}.priority`, 'not_allowed')] : []),
  ]);

const dueOf = (hours: OpenHours, moment: Date, promised: number | null): string | null => (promised === null ? null : (afterOpenTime(hours, moment, minutes(promised))?.toISOString() ?? null));

/** What an admin does with business hours and targets. After each change, open tickets are counted anew. */
export const serviceLevelEditing = ({ strapi }: { strapi: Strapi }) => {
  const levels = () => getService(strapi, 'service-levels', serviceLevels);
  const people = () => getService(strapi, 'membership', membership);
  /** As the log tells it: by what segments are called now. */
  const told = ({ warnAtPercent, targets }: ServiceLevels): object => ({ warnAtPercent, targets: targets.map(({ segment, ...target }) => ({ segment: segment && people().titleOf(segment), ...target })) });

  /** Keeps a change, makes every process look anew, and tells of it: other domains by an event, admins by the audit log. */
  const keep = async (change: Partial<ServiceLevelRow>, author: Author, told: Omit<Change, 'action'>, alongside: () => Promise<void> = async () => undefined): Promise<void> => {
    await inTransaction(strapi, async (afterCommit) => {
      await putRow<ServiceLevelRow>(strapi, 'service-level', { name: 'desk' }, change);
      await writeStatement(strapi, `update portal_service_levels set version = version + 1 where name = 'desk'`, []);
      await alongside();
      await getService(strapi, 'audit-log', auditLog).note(author, { ...told, action: 'changed' });
      await getService(strapi, 'events', events).record({ type: 'service_levels.changed', subject: 'desk', payload: {} }, afterCommit);
    });
    levels().forget();
  };

  const replaceTargets = async (targets: ServiceTarget[]): Promise<void> => {
    await rows<SlaTargetRow>(strapi, 'sla-target').deleteMany({ where: {} });
    for (const target of targets) await insertRow<SlaTargetRow>(strapi, 'sla-target', { ...target, segment: target.segment ?? '', priority: target.priority ?? '' });
  };

  return {
    hours: (): Promise<BusinessHours> => levels().businessHours(),
    changeHours: async (businessHours: BusinessHours, author: Author): Promise<void> => keep({ businessHours }, author, { what: 'business hours', before: await levels().businessHours(), after: businessHours }),

    async targets(): Promise<ServiceLevelsAnswer> {
      return { ...(await levels().targets()), segments: people().titles() };
    },
    /** Replaces all targets; refuses one that promises nothing or says the same twice. */
    async changeTargets({ warnAtPercent, targets }: ServiceLevels, author: Author): Promise<void> {
      const faults = targetFaults(targets);
      if (faults.length > 0) refuseFields(faults);
      await keep({ warnAtPercent }, author, { what: 'service levels', before: told(await levels().targets()), after: told({ warnAtPercent, targets }) }, () => replaceTargets(targets));
    },

    /** When a ticket sent now would be due, by hours and targets of which either may not be saved yet. */
    async preview({ hours, targets }: { hours?: BusinessHours; targets?: ServiceTarget[] }): Promise<DuePreview> {
      const kept = hours ?? (await levels().businessHours());
      const open = openHours(kept);
      const moment = now();
      const dues = (targets ?? (await levels().targets()).targets).map(({ segment, priority, replyMinutes, resolutionMinutes }) => ({
        segment,
        title: segment && people().titleOf(segment),
        priority,
        replyDueAt: dueOf(open, moment, replyMinutes),
        resolutionDueAt: dueOf(open, moment, resolutionMinutes),
      }));
      return { sentAt: moment.toISOString(), timeZone: kept.timeZone, open: isOpen(open, moment), dues };
    },
  };
};
