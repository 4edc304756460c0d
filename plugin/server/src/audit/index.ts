import { getService } from '../platform/get-service';
import type { Domain } from '../platform/domain';
import { auditEntry } from './content-types/audit-entry';
import { auditEntries } from './controllers/audit-entries';
import { registerSettingsActions } from './permissions';
import { auditRoutes } from './routes/audit-entries';
import { auditLog } from './services/audit-log';

/** Rank 1: who changed which setting, signed in, or looked at whose data, and when. */
export const audit: Domain = {
  contentTypes: { 'audit-entry': auditEntry },
  controllers: { 'audit-entries': auditEntries },
  services: { 'audit-log': auditLog },
  routes: { admin: auditRoutes },
  bootstrap: ({ strapi }) => registerSettingsActions(strapi),
  destroy: ({ strapi }) => getService(strapi, 'audit-log', auditLog).settle(),
};
