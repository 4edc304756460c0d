import { policyDefaults, segmentKeys, standardSegment } from '../../../../contracts/policy';
import type { FeatureName, InstallationKey, PolicyKey, PolicyValues } from '../../../../contracts/policy';
import type { AccountRules } from '../../accounts/services/account-rules';
import type { MailSender } from '../../mail/services/mail-sender';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { ceilingOf, filePolicy, lockedKeys } from '../file-policy';
import { chatPolicyKeys, chatRulesOf } from '../chat-policy';
import type { ChatRules } from '../chat-policy';
import { chainOf, policyOf, resolvePolicy } from '../resolve-policy';
import type { EffectivePolicy, PolicyLayer, ResolvedPolicy } from '../resolve-policy';
import { retentionOf, retentionPolicyKeys } from '../retention';
import type { Retention } from '../retention';
import { policyMemory } from './policy-memory';
import type { HeldSegment } from './policy-memory';

/** Whoever a policy is asked for; null for strangers. */
export type Account = { segment: string } | null | undefined;

const layersOf = ({ name, own, file }: HeldSegment): PolicyLayer[] => {
  const source = { from: 'segment', segment: name } as const;
  return [...(file ? [{ source: { from: 'config', segment: name } as const, values: file.overrides, isFile: true }] : []), { source, values: own.overrides, isFile: false }];
};

const accountKeys = ['authentication.selfRegistration', 'authentication.registrationDomains', 'authentication.passwordMinLength', 'authentication.sessionDays', 'authentication.idleDays'] as const;
const mailKeys = ['mail.from', 'mail.replyTo', 'mail.footer.en', 'mail.footer.de', 'mail.footer.ar'] as const;

/** What holds for whom. The one answer to it: pages, API and mails ask here, and no question costs a query. */
export const policies = ({ strapi }: { strapi: Strapi }) => {
  const held = () => getService(strapi, 'policy-memory', policyMemory).held();

  /** `segment` null: what holds for all. `without`: leaves out what this segment itself was given in the admin. */
  const resolve = (segment: string | null, without: 'settings' | 'segment' | null = null, keys?: readonly PolicyKey[]): ResolvedPolicy => {
    const { settings, segments } = held();
    const forAll: PolicyLayer[] = without === 'settings' ? [] : [{ source: { from: 'settings', segment: null }, values: settings, isFile: false }];
    const layers = [...forAll, ...chainOf(segments, segment).flatMap(layersOf)];
    const kept = without === 'segment' ? layers.filter(({ source }) => source.from !== 'segment' || source.segment !== segment) : layers;
    return resolvePolicy(policyDefaults, filePolicy(strapi), kept, lockedKeys(strapi), keys);
  };

  // Every change makes another holding, with which all that was worked out from this one is forgotten.
  let workedOut: { from: unknown; answers: Map<string, unknown> } = { from: null, answers: new Map() };
  const once = <Answer>(question: string, workOut: () => Answer): Answer => {
    const from = held();
    if (workedOut.from !== from) workedOut = { from, answers: new Map() };
    const answer = workedOut.answers.get(question) ?? workOut();
    workedOut.answers.set(question, answer);
    return answer as Answer;
  };

  const of = (account: Account): EffectivePolicy => {
    const segment = account?.segment ?? standardSegment;
    return once(`of ${segment}`, () => policyOf(resolve(segment, null, segmentKeys).values, ceilingOf(strapi)));
  };

  /** Only the keys that hold for everybody alike. */
  const forAll = <Key extends InstallationKey>(keys: readonly Key[]): Pick<PolicyValues, Key> => resolve(null, null, keys).values;

  return {
    resolve,
    /** What is asked of accounts now; of `idleDays` and `sessionDays` every signed-in request asks. */
    accountRules(): AccountRules {
      const values = once('accounts', () => forAll(accountKeys));
      return {
        selfRegistration: values['authentication.selfRegistration'],
        registrationDomains: values['authentication.registrationDomains'],
        passwordMinLength: values['authentication.passwordMinLength'],
        sessionDays: values['authentication.sessionDays'],
        idleDays: values['authentication.idleDays'],
      };
    },
    /** What holds for live chat now. */
    chatRules: (): ChatRules => once('chat', () => chatRulesOf(forAll(chatPolicyKeys))),
    /** For how many days things are kept now. */
    retention: (): Retention => retentionOf(forAll(retentionPolicyKeys)),
    /** Who mails come from now, and what stands below them. */
    mailSender(): MailSender {
      const values = once('mail', () => forAll(mailKeys));
      return { from: values['mail.from'], replyTo: values['mail.replyTo'], footer: { en: values['mail.footer.en'], de: values['mail.footer.de'], ar: values['mail.footer.ar'] } };
    },
    /** Whether agents are mailed of low ratings. */
    lowRatingMails: (): boolean => once('low ratings', () => forAll(['mail.lowRatings']))['mail.lowRatings'],
    /** The policy of a customer, by his segment; of strangers that for all. */
    of,
    /** True where some customer may have the feature: work behind one that nobody has need not be done. */
    anywhere: (feature: FeatureName): boolean => [null, ...held().segments.keys()].some((segment) => of(segment === null ? null : { segment }).features[feature]),
  };
};

/** The policy that holds for somebody. */
export const effectivePolicy = (strapi: Strapi, account: Account): EffectivePolicy => getService(strapi, 'policies', policies).of(account);
