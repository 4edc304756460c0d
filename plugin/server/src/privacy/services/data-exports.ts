import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { DataExport } from '../../../../contracts/privacy';
import { customers } from '../../accounts/services/customers';
import type { Viewer } from '../../accounts/viewer';
import { auditLog, byCustomer } from '../../audit/services/audit-log';
import { after, days, now } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { couldBeKey, newToken } from '../../platform/tokens';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { toIso } from '../../tickets/serialize';
import { archiveStore } from '../archive/places';
import { sections } from '../archive/sections';
import type { DataExportRow } from '../rows';
import { exportRunner } from './export-runner';

const between = days(1);
const isOver = ({ expiresAt }: DataExportRow): boolean => expiresAt !== null && new Date(expiresAt) <= now();

const toDataExport = (row: DataExportRow): DataExport => ({
  id: row.key,
  state: row.state === 'ready' && isOver(row) ? 'expired' : row.state,
  done: row.done,
  total: row.total,
  size: row.size === null ? null : Number(row.size),
  createdAt: toIso(row.createdAt),
  readyAt: row.readyAt && toIso(row.readyAt),
  expiresAt: row.expiresAt && toIso(row.expiresAt),
});

/** Archives of a customer's own data, as he asks for them and fetches them. */
export const dataExports = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<DataExportRow>(strapi, 'data-export');
  const note = (viewer: Viewer, action: 'export_asked' | 'export_fetched'): Promise<void> =>
    getService(strapi, 'audit-log', auditLog).happened(byCustomer, { kind: 'privacy', what: `customer ${viewer.email}`, action, customerId: viewer.customerId });

  const find = async (customerId: number, key: string): Promise<DataExportRow> => {
    const found = couldBeKey(key) ? await table.findOne({ where: { key, customerId } }) : null;
    if (!found) throw notFound();
    return found;
  };

  const refuseMore = (last: DataExportRow | undefined): void => {
    if (last?.state === 'waiting') throw new Refusal('export_under_way', 'An archive of your data is being made. Wait until it is ready.');
    if (!last || last.state === 'failed') return;
    const wait = new Date(last.createdAt).getTime() + between - now().getTime();
    if (wait > 0) throw new Refusal('too_many_requests', 'One archive a day can be made. Fetch the one that is there, or come back tomorrow.', [], Math.ceil(wait / 1000));
  };

  return {
    /** Begins one; 409 `export_under_way` while one is made, 429 within a day of the last that did not fail. */
    async ask(viewer: Viewer): Promise<DataExport> {
      const { customerId } = viewer;
      const made = await inTransaction(strapi, async () => {
        await getService(strapi, 'customers', customers).hold(customerId);
        refuseMore((await table.findMany({ where: { customerId }, orderBy: { id: 'desc' }, limit: 1 }))[0]);
        const moment = now().toISOString();
        const row = { key: newToken().slice(0, 32), customerId, state: 'waiting' as const, section: 0, lastRow: 0, done: 0, total: sections.length + 1, attempts: 0, availableAt: now(), createdAt: moment };
        await insertRow<DataExportRow>(strapi, 'data-export', row);
        await note(viewer, 'export_asked');
        return row;
      });
      getService(strapi, 'export-runner', exportRunner).runSoon();
      return toDataExport(await find(customerId, made.key));
    },

    /** The latest first. */
    list: async (customerId: number): Promise<DataExport[]> => (await table.findMany({ where: { customerId }, orderBy: { id: 'desc' }, limit: 20 })).map(toDataExport),
    /** 404 for another's and a missing one alike. */
    show: async (customerId: number, key: string): Promise<DataExport> => toDataExport(await find(customerId, key)),

    /** Its bytes; 404 for one that is not his, not ready, or cannot be fetched any more. */
    async file(viewer: Viewer, key: string): Promise<{ name: string; mime: string; size: number; bytes: Readable }> {
      const row = await find(viewer.customerId, key);
      const there = row.state === 'ready' && !isOver(row) ? await stat(archiveStore(strapi).placeOf(row.key)).catch(() => null) : null;
      if (!there) throw notFound();
      await note(viewer, 'export_fetched');
      return { name: `data-${toIso(row.createdAt).slice(0, 10)}.zip`, mime: 'application/zip', size: there.size, bytes: archiveStore(strapi).read(row.key) };
    },
  };
};
