import type { Desk } from './strapi';

interface Layer {
  path: unknown;
  methods: string[];
}

/** The routes that the running app has below a prefix, as `GET /tickets/:reference`. HEAD comes with GET. */
export const routesBelow = (desk: Desk, prefix: string): string[] =>
  desk.app.server
    .listRoutes()
    .filter(({ path }) => String(path).startsWith(`${prefix}/`))
    .flatMap(({ path, methods }: Layer) => methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${String(path).slice(prefix.length)}`))
    .sort();
