import type { Language } from '../../../../contracts/accounts';
import type { SentMail } from '../../../../contracts/mail';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { newToken } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { testLetter } from '../test-letter';
import { mailQueue } from './mail-queue';
import type { MailRow } from './mail-queue';

/** Whether mails arrive, for those who look after it. */
export const deliveries = ({ strapi }: { strapi: Strapi }) => ({
  /** Sends a mail the way that all take, and says what became of it. */
  test: (to: string, language: Language): Promise<SentMail> =>
    getService(strapi, 'mail-queue', mailQueue).sendNow({ key: `test:${newToken()}`, to, letter: testLetter(language, strapi.config.get<string>('plugin::portal.brand')) }),
});
