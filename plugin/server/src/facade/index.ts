import type { Domain } from '../platform/domain';
import { portal } from './services/portal';

/** Rank 8: the portal for code of the host application. */
export const facade: Domain = {
  services: { portal },
};
