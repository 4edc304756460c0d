import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { MailAdmission, ReceivedMailDetail, ReceivedMailLine, ReceivedMailQuery } from '../../../../contracts/inbound-mail';
import type { Pagination } from '../../../../contracts/platform';
import { customers } from '../../accounts/services/customers';
import { passwords } from '../../accounts/services/passwords';
import { auditLog } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { Refusal, notFound } from '../../platform/errors';
import { now } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { couldBeKey } from '../../platform/tokens';
import type { Strapi } from '../../platform/domain';
import { requestNames } from '../request-names';
import { mailStore } from '../inbound-settings';
import { parseMail } from '../parsed-mail';
import { isSettled, toDetail, toLine } from '../serialize';
import type { ReceivedMailRow } from '../rows';
import { mailRunner } from './mail-runner';

/** Received mails as admins see them, and what they decide. Only behind the rights of received mail. */
export const receivedMails = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ReceivedMailRow>(strapi, 'received-mail');

  const find = async (key: string): Promise<ReceivedMailRow> => {
    const row = couldBeKey(key) ? await table.findOne({ where: { key } }) : null;
    if (!row) throw notFound();
    return row;
  };

  /** Changes one that nothing was made of yet, with its line in the audit log; 409 `mail_settled` otherwise. */
  const decide = (author: Author, row: ReceivedMailRow, data: Partial<ReceivedMailRow>, before: () => Promise<unknown> = async () => undefined): Promise<void> =>
    inTransaction(strapi, async () => {
      const { count } = await table.updateMany({ where: { id: row.id, state: row.state }, data });
      if (count === 0 || isSettled(row)) throw new Refusal('mail_settled', 'Something was made of this mail already, or somebody was quicker. Nothing was changed.');
      await before();
      const told = { state: data.state, ...(data.admitted ? { admitted: data.admitted } : {}) };
      await getService(strapi, 'audit-log', auditLog).note(author, { what: `received mail from ${row.sender || 'nobody'}: ${row.subject}`, action: 'changed', before: { state: row.state }, after: told });
    });

  const again = { state: 'received', reason: null, attempts: 0, lockedUntil: null, lastError: null } as const;
  const runNow = (): Promise<void> => getService(strapi, 'mail-runner', mailRunner).runDue();

  /**
   * Makes the sender a customer, if he is none: with a password that nobody knows, so that only who reads the
   * mailbox comes in, by “Forgotten your password?”.
   */
  const makeKnown = async (row: ReceivedMailRow): Promise<void> => {
    const people = getService(strapi, 'customers', customers);
    const user = await people.userByEmail(row.sender);
    if (row.sender === '' || (user && (await people.byUser(user.id)))) return;
    const mail = await parseMail(await buffer(mailStore(strapi).read(row.key)), row.recipients).catch(() => null);
    const name = mail?.from[0]?.name || row.sender.slice(0, row.sender.indexOf('@'));
    const passwordHash = await getService(strapi, 'passwords', passwords).hash(randomBytes(24).toString('base64url'));
    await people.create({ email: row.sender, name: name.slice(0, 100), passwordHash, language: 'en' });
  };

  return {
    /** A page of those in a state, the latest first. */
    async page({ state, page, pageSize }: ReceivedMailQuery): Promise<{ data: ReceivedMailLine[]; pagination: Pagination }> {
      const where = state === 'all' ? {} : { state };
      const total = await table.count({ where });
      const found = await table.findMany({ where, orderBy: { id: 'desc' }, limit: pageSize, offset: (page - 1) * pageSize });
      const names = await requestNames(strapi, found);
      return { data: found.map((row) => toLine(row, names)), pagination: { page, pageSize, pageCount: Math.max(1, Math.ceil(total / pageSize)), total } };
    },

    /** One, with its text and what each step found; 404 for one that is not there. */
    async show(key: string): Promise<ReceivedMailDetail> {
      const row = await find(key);
      const mail = await parseMail(await buffer(mailStore(strapi).read(row.key)), row.recipients).catch(() => null);
      return toDetail(row, await requestNames(strapi, [row]), mail);
    },

    /** Its bytes as they came. */
    async raw(key: string): Promise<{ name: string; mime: string; size: number; bytes: Buffer }> {
      const row = await find(key);
      const bytes = await buffer(mailStore(strapi).read(row.key));
      return { name: `mail-${row.id}.eml`, mime: 'message/rfc822', size: bytes.length, bytes };
    },

    /** Takes it through the chain again; resolves when it was. */
    async runAgain(key: string, author: Author): Promise<void> {
      await decide(author, await find(key), { ...again, availableAt: now() });
      await runNow();
    },

    /** Makes its sender known and takes it through the chain once more, past what held it. */
    async admit(key: string, { as }: MailAdmission, author: Author): Promise<void> {
      const row = await find(key);
      await decide(author, row, { ...again, availableAt: now(), admitted: as }, () => makeKnown(row));
      await runNow();
    },

    /** Nothing will be made of it. It stays in the list, and can be run again. */
    discard: async (key: string, author: Author): Promise<void> => decide(author, await find(key), { state: 'discarded', reason: 'discarded', lockedUntil: null }),
  };
};
