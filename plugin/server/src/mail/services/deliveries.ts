import type { Language } from '../../../../contracts/accounts';
import type { SentMail, UndeliveredMail } from '../../../../contracts/mail';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { newToken } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { testLetter } from '../test-letter';
import { mailQueue } from './mail-queue';
import type { MailRow } from './mail-queue';

const mostShown = 100;
const columns = ['id', 'to', 'subject', 'state', 'attempts', 'availableAt', 'lastError', 'createdAt'];

const toUndelivered = ({ id, to, subject, state, attempts, availableAt, lastError, createdAt }: MailRow): UndeliveredMail => ({
  id,
  to,
  subject,
  state: state === 'failed' ? 'failed' : 'waiting',
  attempts,
  nextAt: state === 'failed' ? null : new Date(availableAt).toISOString(),
  error: lastError ?? '',
  createdAt: new Date(createdAt).toISOString(),
});

/** Whether mails arrive, for those who look after it. */
export const deliveries = ({ strapi }: { strapi: Strapi }) => ({
  /** Mails that were tried and not taken, the latest first; without their text. */
  async undelivered(): Promise<UndeliveredMail[]> {
    const where = { $or: [{ state: 'failed' }, { state: 'queued', attempts: { $gt: 0 } }] };
    return (await rows<MailRow>(strapi, 'mail').findMany({ where, select: columns, orderBy: { id: 'desc' }, limit: mostShown })).map(toUndelivered);
  },

  /** Sends a mail the way that all take, and says what became of it. */
  test: (to: string, language: Language): Promise<SentMail> =>
    getService(strapi, 'mail-queue', mailQueue).sendNow({ key: `test:${newToken()}`, to, letter: testLetter(language, strapi.config.get<string>('plugin::portal.brand')) }),
});
