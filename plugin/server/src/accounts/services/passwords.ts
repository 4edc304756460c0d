import type { Strapi } from '../../platform/domain';

interface UserService {
  ensureHashedPasswords(values: { password: string }): Promise<{ password: string }>;
  validatePassword(password: string, hash: string): Promise<boolean>;
}

/** Hashing is users-permissions' own, so that its users stay its users. */
export const passwords = ({ strapi }: { strapi: Strapi }) => {
  const users = (): UserService => strapi.plugin('users-permissions').service('user') as UserService;
  let decoy: Promise<string> | undefined;
  const hash = async (password: string): Promise<string> => (await users().ensureHashedPasswords({ password })).password;

  return {
    hash,
    /** Makes the decoy, so that the first missing account does not take longer than others. */
    async warm(): Promise<void> {
      decoy ??= hash('no account has this password');
      await decoy;
    },
    /**
     * True when the password belongs to the hash. Without a hash it compares with a decoy and answers
     * false, so that a missing account takes as long as a wrong password.
     */
    async matches(password: string, stored: string | undefined): Promise<boolean> {
      decoy ??= hash('no account has this password');
      const matched = await users().validatePassword(password, stored ?? (await decoy));
      return stored !== undefined && matched;
    },
  };
};
