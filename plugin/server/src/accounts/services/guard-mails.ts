import type { Language } from '../../../../contracts/accounts';
import { mailQueue } from '../../mail/services/mail-queue';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { newToken } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { guardLetter } from '../factor-mails';
import type { GuardNews } from '../factor-mails';
import { membership } from './membership';

/** Who is told. */
export interface Owner {
  name: string;
  email: string;
  language: Language;
  segment: string;
}

/** Mails about how an account is guarded: whoever changed it, its owner hears of it. They cannot be switched off. */
export const guardMails = ({ strapi }: { strapi: Strapi }) => ({
  /** Written in the transaction of the change, so that there is none without its mail. */
  async tell({ name, email, language, segment }: Owner, news: GuardNews): Promise<void> {
    const { brand, ...look } = getService(strapi, 'membership', membership).letterheadOf(segment);
    const letter = guardLetter(language, brand, name, news, portalAddress(strapi, '/account/security'));
    await getService(strapi, 'mail-queue', mailQueue).enqueue([{ key: `account:${newToken()}`, to: email, letter: { ...letter, look } }]);
  },
});
