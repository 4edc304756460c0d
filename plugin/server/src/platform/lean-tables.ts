import type { Strapi } from './domain';

/**
 * Takes the columns of the admin who made or changed a row, and their two indexes, off the tables that only
 * our services write: nothing ever fills them, and each index is a page more to write with every row (sending
 * a ticket: 12 of 49). Before Strapi makes its tables, so while plugins register.
 */
export const leaveOutCreators = (strapi: Strapi): void => {
  for (const [uid, { attributes, pluginOptions }] of Object.entries(strapi.contentTypes)) {
    const options = pluginOptions as Record<string, { visible?: boolean } | undefined> | undefined;
    if (!uid.startsWith('plugin::portal.') || options?.['content-manager']?.visible !== false) continue;
    delete (attributes as Record<string, unknown>).createdBy;
    delete (attributes as Record<string, unknown>).updatedBy;
  }
};
