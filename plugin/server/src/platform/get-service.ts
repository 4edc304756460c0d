import type { ServiceFactory, Strapi } from './domain';

/**
 * The one way to reach a service of this plugin, typed by its own factory:
 * `getService(strapi, 'mail-queue', mailQueue)` answers what `mailQueue` makes.
 * The factory is passed for its type only; the instance is Strapi's (extendable by the host application).
 */
export const getService = <Factory extends ServiceFactory>(strapi: Strapi, name: string, _factory: Factory): ReturnType<Factory> =>
  strapi.plugin('portal').service(name) as ReturnType<Factory>;
