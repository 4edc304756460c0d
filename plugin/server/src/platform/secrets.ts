import type { Strapi } from './domain';

/** The secret of the installation that addresses and cookies of ours are sealed with now. */
export const sealingSecret = (strapi: Strapi): string => strapi.config.get<string>('admin.auth.secret');

/**
 * Those that open what was sealed: the one of now first, then those that `security.earlierSecrets` names, so that what
 * was mailed before a rotation still leads where it led.
 */
export const openingSecrets = (strapi: Strapi): string[] => [sealingSecret(strapi), ...(strapi.config.get<string[] | null>('plugin::portal.security.earlierSecrets') ?? [])];

/** What the first of these secrets opens; null where none does. */
export const openWithAny = <Opened>(strapi: Strapi, open: (secret: string) => Opened | null): Opened | null => {
  for (const secret of openingSecrets(strapi)) {
    const opened = open(secret);
    if (opened !== null) return opened;
  }
  return null;
};
