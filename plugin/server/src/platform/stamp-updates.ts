import { now } from './clock';
import type { Strapi } from './domain';

interface UpdateEvent {
  params: { data?: Record<string, unknown> };
}

/**
 * Strapi stamps every update with the machine's time, over what the caller wrote. This listener comes after
 * it, so that `updatedAt` of the portal's rows follows the portal's clock like all their other times.
 */
export const stampUpdates = (strapi: Strapi): void => {
  const models = Object.keys(strapi.contentTypes).filter((uid) => uid.startsWith('plugin::portal.'));
  strapi.db.lifecycles.subscribe({
    models,
    beforeUpdate({ params }: UpdateEvent) {
      if (params.data) params.data.updatedAt = now();
    },
  });
};
