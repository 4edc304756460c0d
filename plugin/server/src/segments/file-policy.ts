import { fileSegmentsOf } from '../../../contracts/configured-segments';
import type { FileSegment } from '../../../contracts/configured-segments';
import { policyDefaults } from '../../../contracts/policy';
import type { PolicyKey, PolicyValues } from '../../../contracts/policy';
import type { Language } from '../../../contracts/accounts';
import type { AccountRules } from '../accounts/services/account-rules';
import { chatKeys } from './chat-policy';
import type { ChatRules } from './chat-policy';
import { retentionKeys } from './retention';
import type { Retention } from './retention';
import type { Strapi } from '../platform/domain';
import type { Ceiling } from './resolve-policy';

/** The part of the configuration that is policy. */
interface Configured {
  brand: string;
  features: { ticketSubmission: boolean; fileUploads: boolean; knowledgeBase: boolean; liveChat: boolean; emailReplies: boolean; prioritySupport: boolean; organisationRequests: boolean; organisationReplies: boolean };
  priorities: PolicyValues['priorities'];
  limits: { maxFileSize: number; allowedFileTypes: PolicyValues['limits.allowedFileTypes']; maxFilesPerMessage: number; reopenWindowDays: number; rateLimiting: Record<'ticketsPerDay' | 'commentsPerHour' | 'searchesPerMinute' | 'uploadsPerHour' | 'sharesPerDay' | 'chatsPerHour' | 'chatMessagesPerMinute', number> };
  notifications: Record<'page' | 'mail' | 'digest' | 'push', PolicyValues['notifications.page'] | null>;
  theme: { mode: PolicyValues['theme.mode']; accent: string; logoText: string };
  answers: { enabled: boolean; perCustomer: number };
  authentication: AccountRules & { requireSecondFactor: boolean };
  retention: Retention;
  chat: ChatRules;
  mail: { from: string; replyTo: string; footer: Record<Language, string>; lowRatings: boolean; inbound: { address: string } };
  locked: PolicyKey[];
}

const configured = (strapi: Strapi): Configured => strapi.config.get<Configured>('plugin::portal');

/** What config/plugins.ts says for each key; read once a call, never kept. */
export const filePolicy = (strapi: Strapi): PolicyValues => {
  const { features, priorities, limits, notifications, theme, answers, authentication, mail, retention, chat } = configured(strapi);
  return {
    'features.ticketSubmission': features.ticketSubmission,
    'features.fileUploads': features.fileUploads,
    'features.knowledgeBase': features.knowledgeBase,
    'features.writtenAnswers': answers.enabled,
    'features.liveChat': features.liveChat,
    'features.emailReplies': features.emailReplies,
    'features.prioritySupport': features.prioritySupport,
    'features.organisationRequests': features.organisationRequests,
    'features.organisationReplies': features.organisationReplies,
    priorities,
    'limits.maxFileSize': limits.maxFileSize,
    'limits.allowedFileTypes': limits.allowedFileTypes,
    'limits.maxFilesPerMessage': limits.maxFilesPerMessage,
    'limits.reopenWindowDays': limits.reopenWindowDays,
    'limits.rateLimiting.ticketsPerDay': limits.rateLimiting.ticketsPerDay,
    'limits.rateLimiting.commentsPerHour': limits.rateLimiting.commentsPerHour,
    'limits.rateLimiting.answersPerDay': answers.perCustomer,
    'limits.rateLimiting.searchesPerMinute': limits.rateLimiting.searchesPerMinute,
    'limits.rateLimiting.uploadsPerHour': limits.rateLimiting.uploadsPerHour,
    'limits.rateLimiting.sharesPerDay': limits.rateLimiting.sharesPerDay,
    'limits.rateLimiting.chatsPerHour': limits.rateLimiting.chatsPerHour,
    'limits.rateLimiting.chatMessagesPerMinute': limits.rateLimiting.chatMessagesPerMinute,
    'notifications.page': notifications.page ?? policyDefaults['notifications.page'],
    'notifications.mail': notifications.mail ?? policyDefaults['notifications.mail'],
    'notifications.digest': notifications.digest ?? policyDefaults['notifications.digest'],
    'notifications.push': notifications.push ?? policyDefaults['notifications.push'],
    'authentication.requireSecondFactor': authentication.requireSecondFactor,
    'theme.mode': theme.mode,
    'theme.accent': theme.accent,
    'theme.logoText': theme.logoText,
    'authentication.selfRegistration': authentication.selfRegistration,
    'authentication.registrationDomains': authentication.registrationDomains,
    'authentication.passwordMinLength': authentication.passwordMinLength,
    'authentication.sessionDays': authentication.sessionDays,
    'authentication.idleDays': authentication.idleDays,
    ...retentionKeys(retention),
    'mail.from': mail.from,
    'mail.replyTo': mail.replyTo,
    'mail.footer.en': mail.footer.en,
    'mail.footer.de': mail.footer.de,
    'mail.footer.ar': mail.footer.ar,
    ...chatKeys(chat),
    'mail.lowRatings': mail.lowRatings,
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
