import { getService } from './get-service';
import { mountDeskRoutes } from './mount-desk-routes';
import { inOrder } from './migrations';
import { migrations as service } from './services/migrations';
import type { Domain, Route, Strapi } from './domain';

const parts = ['contentTypes', 'controllers', 'services', 'policies', 'middlewares'] as const;
type Part = (typeof parts)[number];

const merge = (domains: Record<string, Domain>, part: Part): Record<string, unknown> => {
  const merged: Record<string, unknown> = {};
  for (const [domain, content] of Object.entries(domains)) {
    for (const [name, value] of Object.entries(content[part] ?? {})) {
      if (name in merged) throw new Error(`The portal has two ${part} named "${name}" (the second in "${domain}"). Rename one.`);
      merged[name] = value;
    }
  }
  return merged;
};

const phase = (domains: Record<string, Domain>, name: 'register' | 'bootstrap' | 'destroy') => async (context: { strapi: Strapi }) => {
  const ordered = Object.values(domains);
  // Taken down in the opposite order: what listens goes before what it listens to.
  for (const domain of name === 'destroy' ? ordered.reverse() : ordered) await domain[name]?.(context);
};

/** The routes that the domains have for those who are signed in to the admin. */
export const deskRoutesOf = (domains: Record<string, Domain>): Route[] => Object.values(domains).flatMap(({ routes }) => routes?.admin ?? []);

/**
 * Makes one Strapi plugin of the domains, given lowest rank first.
 * Content types, controllers, services, policies and middlewares share one flat name space, as Strapi
 * has it; a name used twice throws at load. Migrations run before all bootstraps, by their numbers. Lifecycles run in the order given (destroy reversed).
 */
export const assemblePlugin = (domains: Record<string, Domain>, config: object) => {
  const migrations = inOrder(Object.values(domains).flatMap((domain) => domain.migrations ?? []));
  const [register, bootstrap] = [phase(domains, 'register'), phase(domains, 'bootstrap')];
  return {
    config,
    contentTypes: merge(domains, 'contentTypes'),
    controllers: merge(domains, 'controllers'),
    services: merge(domains, 'services'),
    policies: merge(domains, 'policies'),
    middlewares: merge(domains, 'middlewares'),
    routes: {
      'content-api': { type: 'content-api', routes: Object.values(domains).flatMap(({ routes }) => routes?.contentApi ?? []) },
    },
    async register(context: { strapi: Strapi }): Promise<void> {
      if (migrations.length > 0) getService(context.strapi, 'migrations', service).learn(migrations);
      await register(context);
    },
    // Before anything of ours looks into a table.
    async bootstrap(context: { strapi: Strapi }): Promise<void> {
      mountDeskRoutes(context.strapi, deskRoutesOf(domains));
      if (migrations.length > 0) await getService(context.strapi, 'migrations', service).atStart();
      await bootstrap(context);
    },
    destroy: phase(domains, 'destroy'),
  };
};
