import type { Letter } from '../mail/letter';
import { mailQueue } from '../mail/services/mail-queue';
import { getService } from '../platform/get-service';
import { newToken } from '../platform/tokens';
import type { Strapi } from '../platform/domain';
import { membership } from './services/membership';

/** Hands a letter about an account to the mail queue, in the caller's transaction. Before somebody has signed in, the portal looks as it does to everybody. */
export const postAccountLetter = (strapi: Strapi, to: string, letter: Letter): Promise<void> => {
  const { brand: _brand, ...look } = getService(strapi, 'membership', membership).letterheadOf();
  return getService(strapi, 'mail-queue', mailQueue).enqueue([{ key: `account:${newToken()}`, to, letter: { ...letter, look } }]);
};
