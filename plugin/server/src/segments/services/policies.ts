import type { Policy } from '../../../../contracts/accounts';
import type { Priority } from '../../../../contracts/tickets';
import type { Strapi } from '../../platform/domain';

interface Limits {
  maxFileSize: number;
  allowedFileTypes: string[];
  maxFilesPerMessage: number;
  reopenWindowDays: number;
  rateLimiting: { ticketsPerDay: number; commentsPerHour: number };
}
/** What the server enforces beyond what the customer is told. */
export interface EffectivePolicy extends Policy {
  /** `answersPerDay`: written answers. */
  rates: Limits['rateLimiting'] & { answersPerDay: number };
}

/** What a segment may do. One segment so far: everybody has the installation's own settings. */
export const policies = ({ strapi }: { strapi: Strapi }) => ({
  /** The policy that holds for customers of a segment; the configuration is read once a call, never cached. */
  effective(_segment: string): EffectivePolicy {
    const features = strapi.config.get<Omit<Policy['features'], 'writtenAnswers'>>('plugin::portal.features');
    const { rateLimiting, ...limits } = strapi.config.get<Limits>('plugin::portal.limits');
    const priorities = strapi.config.get<Priority[]>('plugin::portal.priorities');
    const answers = strapi.config.get<{ enabled: boolean; perCustomer: number }>('plugin::portal.answers');
    const { knowledgeBase } = features;
    return { features: { ticketSubmission: features.ticketSubmission, fileUploads: features.fileUploads, knowledgeBase, writtenAnswers: knowledgeBase && answers.enabled }, priorities, limits, rates: { ...rateLimiting, answersPerDay: answers.perCustomer } };
  },
});

/** The part of the policy that the customer is told. */
export const toPolicy = ({ features, priorities, limits }: EffectivePolicy): Policy => ({ features, priorities, limits });
