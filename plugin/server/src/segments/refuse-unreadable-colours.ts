import type { PolicyValues } from '../../../contracts/policy';
import type { Strapi } from '../platform/domain';
import { fileSegments } from './file-policy';
import { configuredAccentFaults } from './theme-check';

/** Stops the start where config/plugins.ts sets a colour that nobody could read in its theme, in the words of every wrong value there. */
export const refuseUnreadableColours = (strapi: Strapi): void => {
  const theme = strapi.config.get<{ mode: PolicyValues['theme.mode']; accent: string }>('plugin::portal.theme');
  const faults = configuredAccentFaults(theme, fileSegments(strapi)).map(({ path, message }) => `  portal.config.${path}: ${message}`);
  if (faults.length > 0) throw new Error(`The customer portal cannot start with this configuration:\n${faults.join('\n')}\nMend it in config/plugins.ts; docs/CONFIGURATION.md lists every key.`);
};
