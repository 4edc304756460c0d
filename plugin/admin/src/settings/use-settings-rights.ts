import { useRBAC } from '@strapi/strapi/admin';
import { settingsActions } from '../../../contracts/settings';

const asked = [{ action: settingsActions.change, subject: null }];

/** Whether the signed-in admin may change settings; the server asks again. */
export const useMayChange = (): boolean => useRBAC(asked).allowedActions['canChange'] ?? false;
