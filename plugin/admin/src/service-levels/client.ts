import type { BusinessHours, DuePreview, ServiceLevels, ServiceLevelsAnswer } from '../../../contracts/service-levels';
import { get, post, put } from '../desk/ask';

/** GET /portal/business-hours */
export const readHours = (signal?: AbortSignal): Promise<BusinessHours> => get('/portal/business-hours', signal);
/** PUT /portal/business-hours */
export const saveHours = (hours: BusinessHours): Promise<BusinessHours> => put('/portal/business-hours', hours);
/** POST /portal/business-hours/previews */
export const previewHours = (hours: BusinessHours): Promise<DuePreview> => post('/portal/business-hours/previews', hours);
/** GET /portal/service-levels */
export const readLevels = (signal?: AbortSignal): Promise<ServiceLevelsAnswer> => get('/portal/service-levels', signal);
/** PUT /portal/service-levels */
export const saveLevels = (levels: ServiceLevels): Promise<ServiceLevelsAnswer> => put('/portal/service-levels', levels);
/** POST /portal/service-levels/previews */
export const previewLevels = (levels: ServiceLevels): Promise<DuePreview> => post('/portal/service-levels/previews', levels);
