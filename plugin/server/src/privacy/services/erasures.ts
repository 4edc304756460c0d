import type { CustomerErasure, Erasure } from '../../../../contracts/privacy';
import { customers } from '../../accounts/services/customers';
import { verificationCodes } from '../../accounts/services/verification-codes';
import type { Viewer } from '../../accounts/viewer';
import { auditLog, byCustomer } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { mailQueue } from '../../mail/services/mail-queue';
import { after, days, now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { storedJson } from '../../platform/statements';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { policies } from '../../segments/services/policies';
import { toIso } from '../../tickets/serialize';
import { personOf } from '../archive/person';
import { erasureAskedMail, erasureComingMail } from '../letters/mails';
import type { ErasureRow } from '../rows';
import { erasureRunner } from './erasure-runner';

type AuditedAction = 'erasure_asked' | 'erasure_confirmed' | 'erasure_withdrawn';
const codeLifetime = days(1);
const toErasure = ({ state, createdAt, availableAt }: ErasureRow): Erasure => ({ state, askedAt: toIso(createdAt), dueAt: state === 'asked' ? null : toIso(availableAt) });

/** That a customer is to be erased: asked for, confirmed, taken back. What follows is the runner's. */
export const erasures = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ErasureRow>(strapi, 'erasure');
  const queue = () => getService(strapi, 'mail-queue', mailQueue);
  const dueAt = (): Date => after(now(), days(getService(strapi, 'policies', policies).retention().erasureDelayDays));
  const latest = async (customerId: number): Promise<ErasureRow | null> => (await table.findMany({ where: { customerId }, orderBy: { id: 'desc' }, limit: 1 }))[0] ?? null;
  const personOrNone = async (customerId: number) => {
    const person = await personOf(strapi, customerId);
    if (!person) throw notFound();
    return person;
  };
  const note = (author: Author, email: string, action: AuditedAction, customerId: number): Promise<void> =>
    getService(strapi, 'audit-log', auditLog).happened(author, { kind: 'privacy', what: `customer ${email}`, action, customerId });

  const newRow = (customerId: number, data: Partial<ErasureRow>): Promise<number> =>
    insertRow<ErasureRow>(strapi, 'erasure', { customerId, state: 'asked', startedBy: null, adminId: null, step: 0, counts: {}, attempts: 0, availableAt: now(), createdAt: now().toISOString(), ...data });

  /** One that was only asked for gives way to a new wish. */
  const makeRoom = async (customerId: number): Promise<void> => {
    await getService(strapi, 'customers', customers).hold(customerId);
    const before = await latest(customerId);
    if (before && ['confirmed', 'running', 'failed'].includes(before.state)) throw new Refusal('erasure_under_way', 'Erasure is confirmed already. Take it back first, if it has not begun.');
    await table.updateMany({ where: { customerId, state: 'asked' }, data: { state: 'withdrawn' } });
  };

  const withdraw = (customerId: number, author: Author): Promise<void> =>
    inTransaction(strapi, async () => {
      const person = await personOrNone(customerId);
      const { count } = await table.updateMany({ where: { customerId, state: { $in: ['asked', 'confirmed'] } }, data: { state: 'withdrawn' } });
      const current = await latest(customerId);
      if (count === 0 && current?.state === 'running') throw new Refusal('erasure_under_way', 'It has begun already and cannot be taken back.');
      if (count > 0) await note(author, person.email, 'erasure_withdrawn', customerId);
    });

  return {
    /** What a customer is told; null where there is none, or it was taken back. */
    async own(customerId: number): Promise<Erasure | null> {
      const found = await latest(customerId);
      return found && found.state !== 'withdrawn' ? toErasure(found) : null;
    },

    /** Mails the link that confirms it; 409 `erasure_under_way` where one is confirmed. */
    async ask({ customerId }: Viewer): Promise<Erasure> {
      await inTransaction(strapi, async () => {
        await makeRoom(customerId);
        const person = await personOrNone(customerId);
        const id = await newRow(customerId, {});
        const code = await getService(strapi, 'verification-codes', verificationCodes).issue('erasure', person.email, codeLifetime, { erasure: String(id) });
        await queue().enqueue([erasureAskedMail(strapi, id, code, person, dueAt())]);
        await note(byCustomer, person.email, 'erasure_asked', customerId);
      });
      queue().sendSoon();
      const asked = await latest(customerId);
      if (!asked) throw notFound();
      return toErasure(asked);
    },

    /** By the mailed link; 400 `code_invalid` for one that was used, is late, or whose wish was taken back. */
    async confirm(code: string): Promise<Erasure> {
      const row = await inTransaction(strapi, async () => {
        const { data } = await getService(strapi, 'verification-codes', verificationCodes).redeem('erasure', code);
        const availableAt = dueAt();
        const { count } = await table.updateMany({ where: { id: Number(data.erasure), state: 'asked' }, data: { state: 'confirmed', availableAt } });
        const confirmed = await table.findOne({ where: { id: Number(data.erasure) } });
        const person = confirmed && (await personOf(strapi, confirmed.customerId));
        if (count === 0 || !confirmed || !person) throw new Refusal('code_invalid', 'This link does not work any more: the erasure was taken back. Ask for it again.');
        await queue().enqueue([erasureComingMail(strapi, confirmed.id, person, availableAt)]);
        await note(byCustomer, person.email, 'erasure_confirmed', confirmed.customerId);
        return confirmed;
      });
      queue().sendSoon();
      return toErasure(row);
    },

    /** Takes it back before it has begun; harmless where there is none. */
    withdraw: ({ customerId }: Viewer): Promise<void> => withdraw(customerId, byCustomer),

    /** What admins see of it; null where there never was one. */
    async ofCustomer(customerId: number): Promise<CustomerErasure | null> {
      const found = await latest(customerId);
      if (!found) return null;
      return { ...toErasure(found), startedBy: found.startedBy, finishedAt: found.finishedAt && toIso(found.finishedAt), counts: storedJson<Record<string, number>>(found.counts ?? {}), lastError: found.lastError };
    },

    /** An admin's: confirmed by being started; after the days in which it can be taken back, or at once. */
    async start(customerId: number, delay: boolean, author: Author): Promise<void> {
      await inTransaction(strapi, async () => {
        await makeRoom(customerId);
        const person = await personOrNone(customerId);
        const availableAt = delay ? dueAt() : now();
        const id = await newRow(customerId, { state: 'confirmed', startedBy: author.name, adminId: author.id, availableAt });
        if (delay) await queue().enqueue([erasureComingMail(strapi, id, person, availableAt)]);
        await note(author, person.email, 'erasure_confirmed', customerId);
      });
      queue().sendSoon();
      if (!delay) getService(strapi, 'erasure-runner', erasureRunner).runSoon();
    },
    stop: withdraw,
  };
};
