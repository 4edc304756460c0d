import { keyOf, openText, sealText, sealingKey } from '../sealed-text';
import type { SealingKey } from '../sealed-text';
import type { Strapi } from '../domain';

/**
 * Secrets that have to be read again (keys of apps, tokens of providers) are kept sealed. Secrets that only have to
 * be recognised are kept as hashes (tokens.ts).
 */
export const sealing = ({ strapi }: { strapi: Strapi }) => {
  let held: SealingKey[] | undefined;
  // Without a secret of its own it stands on those of Strapi, which every installation has.
  const secrets = (): string[] => {
    const own = strapi.config.get<string>('plugin::portal.encryption.secret');
    const old = strapi.config.get<string[] | null>('plugin::portal.encryption.oldSecrets') ?? [];
    const strapis = [strapi.config.get<string>('admin.secrets.encryptionKey', ''), strapi.config.get<string>('admin.auth.secret', '')];
    return [own, ...strapis, ...old].filter((secret) => secret !== '' && secret !== undefined && secret !== null);
  };
  const keys = (): SealingKey[] => (held ??= secrets().map(sealingKey));
  const present = (): SealingKey => {
    const [first] = keys();
    if (!first) throw new Error('There is no secret to seal with: set encryption.secret in config/plugins.ts.');
    return first;
  };

  return {
    /** `owner`: whose and what for, such as `app:17`. */
    seal: (text: string, owner: string): string => sealText(present(), text, owner),
    /** Throws for what was changed, is another owner's, or was sealed with a secret that is gone. */
    open: (sealed: string, owner: string): string => openText(keys(), sealed, owner),
    /** True for what was sealed with an earlier secret: whoever opens it seals it anew. */
    isOld: (sealed: string): boolean => keyOf(sealed) !== present().id,
  };
};
