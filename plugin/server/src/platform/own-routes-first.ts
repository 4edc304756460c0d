import type { Strapi } from './domain';

interface Layer {
  path: unknown;
}
type Match = (this: StrapiRouter, path: string, method: string) => unknown;
interface StrapiRouter {
  stack: Layer[];
  match: Match;
}

/** What comes before the first part that stands for something else: `/api/portal/tickets/` of `/api/portal/tickets/:reference`. Capitals mean nothing to the router. */
const literalOf = ({ path }: Layer): string => (typeof path === 'string' ? (path.split(/[:(*{\\?+]/)[0] ?? '').toLowerCase() : '');
/** The beginning by which routes are kept: `/api/portal/tickets` of whatever is below it, `/portal/tickets` at the desk. */
const beginning = /^\/(?:api\/)?portal\/[a-z-]+/;

const shelvesOf = (stack: Layer[]): Map<string, Layer[]> => {
  const begins = new Set(stack.flatMap((layer) => beginning.exec(literalOf(layer))?.[0] ?? []));
  // With middlewares and wildcards of the host, wherever they stand: their order is what Strapi promises.
  const couldMatch = (layer: Layer, begin: string): boolean => literalOf(layer).startsWith(begin) || begin.startsWith(literalOf(layer));
  return new Map([...begins].map((begin) => [begin, stack.filter((layer) => couldMatch(layer, begin))]));
};

/**
 * Lets Strapi's router look at a request for the portal with those of its routes that could be meant, in the order they
 * have. By itself it tries the pattern of every route of the project, several hundred, for each request
 * (docs/decisions/062-own-routes.md). Other addresses, and ours written otherwise, are looked for as ever.
 */
export const lookUpOwnRoutes = (strapi: Strapi): void => {
  const router = strapi.server.router as unknown as StrapiRouter;
  const { match } = router;
  let [known, shelves] = [0, new Map<string, Layer[]>()];
  router.match = function (path, method) {
    // Strapi adds its routes when it begins to listen.
    if (known !== router.stack.length) [known, shelves] = [router.stack.length, shelvesOf(router.stack)];
    const shelf = shelves.get(beginning.exec(path)?.[0] ?? '');
    return match.call(shelf ? (Object.create(router, { stack: { value: shelf } }) as StrapiRouter) : router, path, method);
  };
};
