import { featuresToCome, policyKeys, policyOverrides } from '../../../contracts/policy';
import type { FeatureName, NotificationKind, PolicyKey, PolicyOverrides, PolicySource, PolicyValues, SegmentKey } from '../../../contracts/policy';
import type { Policy } from '../../../contracts/accounts';
import { priorities } from '../../../contracts/tickets';
import { paletteName } from './palette';

/** Values that lie over those before them. */
export interface PolicyLayer {
  source: PolicySource;
  values: PolicyOverrides;
  /** From config/plugins.ts, so not stopped by its own locks. */
  isFile: boolean;
}
/** What holds, and for each key why. */
export interface ResolvedPolicy {
  values: PolicyValues;
  sources: Record<PolicyKey, PolicySource>;
}
/** The part of a segment that inheritance needs. */
export interface Inheriting {
  name: string;
  inherits: string | null;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Default → config file → what lies over it, in order; a locked key takes only what stands in the file. `keys`: those that are asked for. */
export const resolvePolicy = (standard: PolicyValues, file: PolicyValues, layers: PolicyLayer[], locked: readonly PolicyKey[], keys: readonly PolicyKey[] = policyKeys): ResolvedPolicy => {
  const values: Record<string, unknown> = {};
  const sources: Record<string, PolicySource> = {};
  for (const key of keys) {
    values[key] = file[key];
    sources[key] = { from: same(file[key], standard[key]) ? 'default' : 'config', segment: null };
    for (const layer of layers) {
      if (layer.values[key] === undefined || (locked.includes(key) && !layer.isFile)) continue;
      values[key] = layer.values[key];
      sources[key] = layer.source;
    }
  }
  return { values: values as PolicyValues, sources: sources as Record<PolicyKey, PolicySource> };
};

/** A segment with all from which it inherits, the most general first; ends at one that is gone or comes again. */
export const chainOf = <Segment extends Inheriting>(segments: ReadonlyMap<string, Segment>, name: string | null): Segment[] => {
  const chain: Segment[] = [];
  for (let next = name === null ? undefined : segments.get(name); next && !chain.includes(next); next = next.inherits === null ? undefined : segments.get(next.inherits)) chain.unshift(next);
  return chain;
};

/** What of stored overrides still has a meaning: a later release may know other keys. */
export const knownOverrides = (stored: unknown): PolicyOverrides => {
  if (typeof stored !== 'object' || stored === null) return {};
  const known = policyKeys.flatMap((key) => (key in stored ? [[key, (stored as Record<string, unknown>)[key]]] : []));
  return Object.fromEntries(known.filter(([key, value]) => policyOverrides.safeParse({ [String(key)]: value }).success)) as PolicyOverrides;
};

/** What the server enforces beyond what the customer is told. */
export interface EffectivePolicy extends Policy {
  /** `answersPerDay`: written answers. */
  rates: { ticketsPerDay: number; commentsPerHour: number; answersPerDay: number; searchesPerMinute: number; uploadsPerHour: number; sharesPerDay: number; chatsPerHour: number; chatMessagesPerMinute: number };
  /** What those hear of who chose nothing, by channel. */
  notifications: { page: NotificationKind[]; mail: NotificationKind[]; digest: NotificationKind[]; push: NotificationKind[] };
  accent: string;
  /** Nothing is open to a customer who has no second factor. */
  requiresSecondFactor: boolean;
}
/** What no switch can change. */
export interface Ceiling {
  /** An endpoint that writes answers is set up. */
  canWriteAnswers: boolean;
  /** There is an address that mails come in by. */
  canReceiveMail: boolean;
  brand: string;
}

const featuresOf = (values: Pick<PolicyValues, SegmentKey>, { canWriteAnswers, canReceiveMail }: Ceiling): Policy['features'] => {
  const isOn = (name: FeatureName): boolean => values[`features.${name}`] && !featuresToCome.includes(name);
  const [knowledgeBase, organisationRequests] = [isOn('knowledgeBase'), isOn('organisationRequests')];
  return {
    ticketSubmission: isOn('ticketSubmission'),
    fileUploads: isOn('fileUploads'),
    knowledgeBase,
    writtenAnswers: knowledgeBase && canWriteAnswers && isOn('writtenAnswers'),
    liveChat: isOn('liveChat'),
    emailReplies: canReceiveMail && isOn('emailReplies'),
    prioritySupport: isOn('prioritySupport'),
    organisationRequests,
    organisationReplies: organisationRequests && isOn('organisationReplies'),
  };
};

/** The policy that values come to: priority support brings the highest priority, a feature without its ground is off. */
export const policyOf = (values: Pick<PolicyValues, SegmentKey>, ceiling: Ceiling): EffectivePolicy => {
  const features = featuresOf(values, ceiling);
  return {
    features,
    priorities: priorities.filter((each) => values.priorities.includes(each) || (each === 'urgent' && features.prioritySupport)),
    limits: {
      maxFileSize: values['limits.maxFileSize'],
      allowedFileTypes: values['limits.allowedFileTypes'],
      maxFilesPerMessage: values['limits.maxFilesPerMessage'],
      reopenWindowDays: values['limits.reopenWindowDays'],
    },
    theme: { mode: values['theme.mode'], name: values['theme.logoText'] || ceiling.brand, palette: paletteName(values['theme.accent']) },
    rates: {
      ticketsPerDay: values['limits.rateLimiting.ticketsPerDay'],
      commentsPerHour: values['limits.rateLimiting.commentsPerHour'],
      answersPerDay: values['limits.rateLimiting.answersPerDay'],
      searchesPerMinute: values['limits.rateLimiting.searchesPerMinute'],
      uploadsPerHour: values['limits.rateLimiting.uploadsPerHour'],
      sharesPerDay: values['limits.rateLimiting.sharesPerDay'],
      chatsPerHour: values['limits.rateLimiting.chatsPerHour'],
      chatMessagesPerMinute: values['limits.rateLimiting.chatMessagesPerMinute'],
    },
    notifications: { page: values['notifications.page'], mail: values['notifications.mail'], digest: values['notifications.digest'], push: values['notifications.push'] },
    accent: values['theme.accent'],
    requiresSecondFactor: values['authentication.requireSecondFactor'],
  };
};

/** The part of the policy that the customer is told. */
export const toPolicy = ({ features, priorities: offered, limits, theme }: EffectivePolicy): Policy => ({ features, priorities: offered, limits, theme });
