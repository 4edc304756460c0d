import type { DeadLetter } from '../../../../contracts/mails';
import type { Pagination } from '../../../../contracts/platform';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { bouncedAddresses } from './bounced-addresses';
import type { MailRow } from './mail-queue';

const shown = ['id', 'to', 'subject', 'state', 'kind', 'attempts', 'availableAt', 'lastError', 'createdAt', 'updatedAt'];
type Shown = Pick<MailRow, 'id' | 'to' | 'subject' | 'state' | 'kind' | 'attempts' | 'availableAt' | 'lastError' | 'createdAt' | 'updatedAt'>;

/** Without its words: it may hold a link that opens an account. */
const toDeadLetter = ({ id, to, subject, state, kind, attempts, availableAt, lastError, createdAt, updatedAt }: Shown): DeadLetter => ({
  id,
  state: state === 'failed' ? 'failed' : 'waiting',
  nextAt: state === 'failed' ? null : new Date(availableAt).toISOString(),
  to,
  subject,
  kind,
  attempts,
  error: lastError ?? '',
  createdAt: new Date(createdAt).toISOString(),
  failedAt: new Date(updatedAt).toISOString(),
});

/** Mails that the server did not take: those that are tried again, and those that failed, until somebody says what becomes of them. */
export const deadLetters = ({ strapi }: { strapi: Strapi }) => {
  const mails = rows<MailRow>(strapi, 'mail');
  const take = async (id: number, data: Partial<MailRow>): Promise<DeadLetter> => {
    const found = await mails.findOne({ where: { id, state: 'failed' }, select: shown });
    // The state is asked for again: of two admins at once only one decides.
    const { count } = found ? await mails.updateMany({ where: { id, state: 'failed' }, data: { ...data, lockedUntil: null } }) : { count: 0 };
    if (!found || count === 0) throw notFound();
    return toDeadLetter(found);
  };

  return {
    /** A page of them, the latest first. */
    async page({ page, pageSize }: { page: number; pageSize: number }): Promise<{ data: DeadLetter[]; pagination: Pagination }> {
      const where = { $or: [{ state: 'failed' }, { state: 'queued', attempts: { $gt: 0 } }] };
      const total = await mails.count({ where });
      const found = await mails.findMany({ where, select: shown, orderBy: { id: 'desc' }, limit: pageSize, offset: (page - 1) * pageSize });
      return { data: found.map(toDeadLetter), pagination: { page, pageSize, pageCount: Math.max(1, Math.ceil(total / pageSize)), total } };
    },

    /** Puts one back into the queue, with all its attempts, its address given another chance; 404 for one that did not fail, or that somebody took meanwhile. */
    sendAgain: (id: number): Promise<DeadLetter> =>
      inTransaction(strapi, async () => {
        const letter = await take(id, { state: 'queued', attempts: 0, availableAt: now() });
        await getService(strapi, 'bounced-addresses', bouncedAddresses).clear(letter.to);
        return letter;
      }),

    /** Ends one: it is never sent, and its words are forgotten. 404 as above. */
    giveUp: (id: number): Promise<DeadLetter> => take(id, { state: 'dropped', text: null, html: null }),
  };
};
