import type { Analytics, PartFigures } from '../../../contracts/analytics';
import { client, get } from '../desk/ask';

/** GET /portal/analytics */
export const readAnalytics = (search: string, signal?: AbortSignal): Promise<Analytics> => get(`/portal/analytics?${search}`, signal);
/** GET /portal/analytics/parts */
export const readParts = (search: string, signal?: AbortSignal): Promise<PartFigures[]> => get(`/portal/analytics/parts?${search}`, signal);
/** GET /portal/analytics/file: a plain link could not carry the admin's token. */
export const readFiguresFile = async (search: string): Promise<Blob> => (await client().get(`/portal/analytics/file?${search}`, { responseType: 'blob' })).data;
