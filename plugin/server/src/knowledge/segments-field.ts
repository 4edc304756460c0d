import type { Strapi } from '../platform/domain';

/** The field in which authors choose segments; its input is `admin/src/article/SegmentsField.tsx`. */
export const segmentsField = 'plugin::portal.segments';

/** Makes it known to Strapi, which keeps it as JSON. */
export const registerSegmentsField = (strapi: Strapi): void => strapi.customFields.register({ name: 'segments', plugin: 'portal', type: 'json', inputSize: { default: 6, isResizable: true } });
