import type { InstallationSettings, PolicyChange, PolicyLine, ShownSource } from '../../../../contracts/settings';
import { featuresToCome, policyKeys, segmentKeys } from '../../../../contracts/policy';
import type { SignInMethod } from '../../../../contracts/configured-sign-in';
import type { PolicyKey, PolicyOverrides, PolicySource } from '../../../../contracts/policy';
import { signInProviders } from '../../accounts/services/sign-in-providers';
import { auditLog } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { getService } from '../../platform/get-service';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { ceilingOf, lockedKeys } from '../file-policy';
import { accentFault } from '../theme-check';
import { policies } from './policies';
import { policyMemory } from './policy-memory';

/** What is set for all, and what a page of settings shows of any level. */
export const settings = ({ strapi }: { strapi: Strapi }) => {
  const memory = () => getService(strapi, 'policy-memory', policyMemory);
  const known = () => getService(strapi, 'policies', policies);

  const without = (key: PolicyKey): PolicyLine['without'] => {
    if (featuresToCome.some((name) => key === `features.${name}`)) return 'not_built';
    if (key === 'features.emailReplies' && !ceilingOf(strapi).canReceiveMail) return 'no_inbox';
    return key === 'features.writtenAnswers' && !ceilingOf(strapi).canWriteAnswers ? 'no_endpoint' : null;
  };

  /** Every key with its value, its source and what would hold without it; `segment` null: for all. */
  const lines = (segment: string | null, own: PolicyOverrides): PolicyLine[] => {
    const [here, above] = [known().resolve(segment), known().resolve(segment, segment === null ? 'settings' : 'segment')];
    const locked = lockedKeys(strapi);
    const titled = (source: PolicySource): ShownSource => ({ ...source, title: source.segment && (memory().held().segments.get(source.segment)?.title ?? source.segment) });
    return (segment === null ? policyKeys : segmentKeys).map((key) => ({
      key,
      value: here.values[key],
      source: titled(here.sources[key]),
      inherited: above.values[key],
      inheritedSource: titled(above.sources[key]),
      overridden: own[key] !== undefined,
      locked: locked.includes(key),
      without: without(key),
    })) as PolicyLine[];
  };

  /** Overrides after a change; null takes one back. Refuses keys that the file keeps, switches of nothing, and a colour set here that cannot be read in the mode that holds here. */
  const changed = (before: PolicyOverrides, changes: PolicyChange, inherited: PolicyOverrides): PolicyOverrides => {
    const locked = lockedKeys(strapi);
    const given = policyKeys.filter((key) => changes[key] !== undefined);
    const after = Object.fromEntries([...Object.entries(before).filter(([key]) => changes[key as PolicyKey] === undefined), ...given.flatMap((key) => (changes[key] === null ? [] : [[key, changes[key]]]))]) as PolicyOverrides;
    const faults = [
      ...given.filter((key) => locked.includes(key) && changes[key] !== null).map((key) => fieldError(`changes.${key}`, 'not_allowed')),
      ...given.filter((key) => changes[key] === true && without(key) !== null).map((key) => fieldError(`changes.${key}`, 'not_allowed')),
      ...(after['theme.accent'] && given.some((key) => key === 'theme.accent' || key === 'theme.mode') ? accentFault({ ...inherited, ...after }) : []),
    ];
    return faults.length > 0 ? refuseFields(faults) : after;
  };

  /** `email` for passwords, and what the providers are called. */
  const waysToSignIn = (): string[] => {
    const providers = getService(strapi, 'sign-in-providers', signInProviders);
    return [...(providers.passwords() ? ['email'] : []), ...providers.offered().map(({ title }) => title)];
  };

  return {
    lines,
    changed,

    /** What holds for all, with facts that only the file can change. */
    show(): InstallationSettings {
      const fact = (key: string): string => strapi.config.get<string>(`plugin::portal.${key}`);
      return {
        lines: lines(null, memory().held().settings),
        facts: { url: fact('url'), brand: fact('brand'), signIn: strapi.config.get<SignInMethod>('plugin::portal.authentication.method'), providers: waysToSignIn(), mailTransport: fact('mail.transport') === 'mailbox' ? 'mailbox' : 'email', mailProvider: strapi.config.get<string>('plugin::email.provider', 'sendmail') },
      };
    },

    /** Changes what holds for all. */
    async change(changes: PolicyChange, author: Author): Promise<InstallationSettings> {
      await memory().change(async () => {
        const before = memory().held().settings;
        const after = changed(before, changes, known().resolve(null, 'settings').values);
        await memory().putSettings(after);
        await getService(strapi, 'audit-log', auditLog).note(author, { what: 'settings', action: 'changed', before, after });
      });
      return this.show();
    },
  };
};
