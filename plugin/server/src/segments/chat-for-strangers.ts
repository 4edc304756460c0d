import type { SiteHost } from '../../../contracts/transport';
import type { Strapi } from '../platform/domain';
import { getService } from '../platform/get-service';
import { effectivePolicy, policies } from './services/policies';

/** Whether strangers can chat, and which sites may show the widget to them. */
export const chatForStrangers = (strapi: Strapi): SiteHost['chat'] => {
  const { guests, origins } = getService(strapi, 'policies', policies).chatRules();
  return { on: effectivePolicy(strapi, null).features.liveChat && guests, origins };
};
