import { claimDue, retryAt } from '../../platform/claim';
import { after, days, minutes, now, seconds } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { queueRunner } from '../../platform/queue-runner';
import { inTransaction, rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { saidBy } from '../../platform/said-by';
import type { Strapi } from '../../platform/domain';
import { auditLog, portalItself } from '../../audit/services/audit-log';
import { faultPoint } from '../../inbound-mail/fault-point';
import { mailQueue } from '../../mail/services/mail-queue';
import { policies } from '../../segments/services/policies';
import { keepPage } from '../archive/collected';
import { packArchive } from '../archive/pack';
import { personOf } from '../archive/person';
import type { Person } from '../archive/person';
import { removeArchive, removeWork, workFolder } from '../archive/places';
import { sections } from '../archive/sections';
import { archiveReadyMail } from '../letters/mails';
import type { DataExportRow } from '../rows';
import { beating } from '../beating';

type Claimed = Pick<DataExportRow, 'id' | 'key' | 'customerId' | 'section' | 'lastRow' | 'done' | 'attempts'>;
const maxAttempts = 5;
const lease = minutes(1);
const due = { table: 'portal_data_exports', columns: ['id', 'key', 'customer_id as customerId', 'section', 'last_row as lastRow', 'done', 'attempts'], state: 'waiting', limit: 1, leaseMs: lease };

/** Makes archives, one after another and page by page: a process that ends leaves one where the next goes on. */
export const exportRunner = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<DataExportRow>(strapi, 'data-export');

  /** Only while it is still wanted and ours: it can be erased meanwhile. False when it is not. */
  const advance = async (row: Claimed, data: Partial<DataExportRow>): Promise<boolean> => {
    Object.assign(row, data);
    return (await table.updateMany({ where: { id: row.id, state: 'waiting' }, data })).count === 1;
  };

  const countRequests = async (customerId: number): Promise<number> => {
    const [found] = await readRows<{ n: number | string }>(strapi, 'select count(*) as n from portal_tickets where requester_id = ?', [customerId]);
    return Number(found?.n ?? 0);
  };

  /** Collects the next page; false when all are there. */
  const collect = async (row: Claimed, person: Person): Promise<boolean> => {
    const section = sections[row.section];
    if (!section) return false;
    const { items, last } = await section.page(strapi, person, row.lastRow);
    await keepPage(workFolder(strapi, row.key), row.section, row.lastRow, items, person);
    faultPoint(`export: ${section.name} kept`);
    const gained = (section.name === 'requests' ? items.length : 0) + (last === null ? 1 : 0);
    const next = last === null ? { section: row.section + 1, lastRow: 0 } : { lastRow: last };
    // What advances is no job that fails again and again.
    return advance(row, { ...next, done: row.done + gained, attempts: 0 });
  };

  const finish = async (row: Claimed, person: Person): Promise<void> => {
    const { size } = await packArchive(strapi, row.key, person, now());
    faultPoint('export: packed');
    const readyAt = now();
    const expiresAt = after(readyAt, days(getService(strapi, 'policies', policies).retention().exportDays));
    const isWanted = await inTransaction(strapi, async () => {
      const { count } = await table.updateMany({ where: { id: row.id, state: 'waiting' }, data: { state: 'ready', size, readyAt, expiresAt, done: row.done + 1, total: row.done + 1, lockedUntil: null, lastError: null } });
      if (count === 0) return false;
      await getService(strapi, 'mail-queue', mailQueue).enqueue([archiveReadyMail(strapi, row.key, person, expiresAt)]);
      await getService(strapi, 'audit-log', auditLog).happened(portalItself, { kind: 'privacy', what: `customer ${person.email}`, action: 'export_made', customerId: person.customerId, facts: { bytes: size } });
      return true;
    });
    // Erased while it was packed: what lies there then has no row that anybody would find it by.
    if (!isWanted && !(await table.findOne({ where: { id: row.id, state: 'ready' } }))) return removeArchive(strapi, row.key);
    faultPoint('export: ready');
    await removeWork(strapi, row.key);
    getService(strapi, 'mail-queue', mailQueue).sendSoon();
  };

  const make = async (row: Claimed, isStopping: () => boolean): Promise<void> => {
    const person = await personOf(strapi, row.customerId);
    if (!person) return giveUp(row, 'The customer is gone.');
    await table.updateMany({ where: { id: row.id }, data: { total: sections.length + 1 + (await countRequests(row.customerId)) } });
    while (row.section < sections.length) {
      if (isStopping()) return void (await advance(row, { lockedUntil: null }));
      if (!(await collect(row, person))) return removeArchive(strapi, row.key);
    }
    await finish(row, person);
  };

  const giveUp = async (row: Claimed, lastError: string): Promise<void> => {
    await table.updateMany({ where: { id: row.id, state: 'waiting' }, data: { state: 'failed', lockedUntil: null, lastError } });
    await removeArchive(strapi, row.key);
  };

  const attempt = async (row: Claimed, isStopping: () => boolean): Promise<void> => {
    // Before it is begun: one that ends the process must not do so for ever.
    const attempts = row.attempts + 1;
    if (attempts > maxAttempts) return giveUp(row, 'It could not be made, several times.');
    await table.updateMany({ where: { id: row.id }, data: { attempts } });
    try {
      await beating(seconds(20), () => table.updateMany({ where: { id: row.id, state: 'waiting' }, data: { lockedUntil: after(now(), lease) } }), () => make({ ...row, attempts }, isStopping));
    } catch (error) {
      const lastError = saidBy(error);
      strapi.log.error(`An archive of a customer's data could not be made (attempt ${attempts}): ${lastError}. ${attempts < maxAttempts ? 'It will be tried again.' : 'The customer can ask for another.'}`);
      await table.updateMany({ where: { id: row.id, state: 'waiting' }, data: { lockedUntil: null, lastError, availableAt: retryAt(attempts) } });
    }
  };

  const { runDue, runSoon, stop } = queueRunner(strapi, { claim: () => claimDue<Claimed>(strapi, due), work: attempt });
  return { runDue, runSoon, stop };
};
