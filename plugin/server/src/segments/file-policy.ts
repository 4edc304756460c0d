import { fileSegmentsOf } from '../../../contracts/configured-segments';
import type { FileSegment } from '../../../contracts/configured-segments';
import type { PolicyKey, PolicyValues } from '../../../contracts/policy';
import type { Strapi } from '../platform/domain';
import type { Ceiling } from './resolve-policy';

/** The part of the configuration that is policy. */
interface Configured {
  brand: string;
  features: { ticketSubmission: boolean; fileUploads: boolean; knowledgeBase: boolean; liveChat: boolean; emailReplies: boolean; prioritySupport: boolean };
  priorities: PolicyValues['priorities'];
  limits: { maxFileSize: number; allowedFileTypes: PolicyValues['limits.allowedFileTypes']; maxFilesPerMessage: number; reopenWindowDays: number; rateLimiting: { ticketsPerDay: number; commentsPerHour: number } };
  theme: { mode: PolicyValues['theme.mode']; accent: string; logoText: string };
  answers: { enabled: boolean; perCustomer: number };
  mail: { inbound: { address: string } };
  locked: PolicyKey[];
}

const configured = (strapi: Strapi): Configured => strapi.config.get<Configured>('plugin::portal');

/** What config/plugins.ts says for each key; read once a call, never kept. */
export const filePolicy = (strapi: Strapi): PolicyValues => {
  const { features, priorities, limits, theme, answers } = configured(strapi);
  return {
    'features.ticketSubmission': features.ticketSubmission,
    'features.fileUploads': features.fileUploads,
    'features.knowledgeBase': features.knowledgeBase,
    'features.writtenAnswers': answers.enabled,
    'features.liveChat': features.liveChat,
    'features.emailReplies': features.emailReplies,
    'features.prioritySupport': features.prioritySupport,
    priorities,
    'limits.maxFileSize': limits.maxFileSize,
    'limits.allowedFileTypes': limits.allowedFileTypes,
    'limits.maxFilesPerMessage': limits.maxFilesPerMessage,
    'limits.reopenWindowDays': limits.reopenWindowDays,
    'limits.rateLimiting.ticketsPerDay': limits.rateLimiting.ticketsPerDay,
    'limits.rateLimiting.commentsPerHour': limits.rateLimiting.commentsPerHour,
    'limits.rateLimiting.answersPerDay': answers.perCustomer,
    'theme.mode': theme.mode,
    'theme.accent': theme.accent,
    'theme.logoText': theme.logoText,
  };
};

/** Keys that the file keeps for itself. */
export const lockedKeys = (strapi: Strapi): readonly PolicyKey[] => configured(strapi).locked;

/** What no switch can change. */
export const ceilingOf = (strapi: Strapi): Ceiling => {
  const { answers, mail, brand } = configured(strapi);
  return { canWriteAnswers: answers.enabled, canReceiveMail: mail.inbound.address !== '', brand };
};

/** Segments of the file, in its order. */
export const fileSegments = (strapi: Strapi): FileSegment[] => fileSegmentsOf(strapi.config.get('plugin::portal.segments'));
