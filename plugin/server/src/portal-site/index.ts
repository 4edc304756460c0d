import type { Domain } from '../platform/domain';

export const portalSite: Domain = {};
