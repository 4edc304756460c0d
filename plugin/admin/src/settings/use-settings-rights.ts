import { useRBAC } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';

const asked = [settingsActions.change, settingsActions.read].map((action) => ({ action, subject: null }));

/** Whether the signed-in admin may change settings; the server asks again. */
export const useMayChange = (): boolean => useRBAC(asked).allowedActions['canChange'] ?? false;
/** Whether he may look at them. */
export const useMayRead = (): boolean => useRBAC(asked).allowedActions['canRead'] ?? false;
