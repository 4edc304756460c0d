import { endpointNamed } from '../../../../contracts/endpoints/every-endpoint';
import { errorAnswer } from '../../../../contracts/platform';
import type { Route } from '../../platform/domain';
import { securitySchemes } from './access';
import { operationOf } from './operation';
import { schemaWriter } from './schemas';
import { z } from 'zod';

/** An OpenAPI 3.1 document, as far as we look into it ourselves. */
export interface Document {
  openapi: string;
  paths: Record<string, Record<string, object>>;
  components: Record<string, Record<string, object>>;
  [part: string]: unknown;
}

const description = `Answers are \`{ data, meta }\`; refusals are \`ErrorAnswer\` with a stable \`details.code\`. Lists say in \`meta.pagination\` which part they are; \`meta.viewer\` is who is signed in. Answers may get further keys; what is sent to us may have none but those that are named here.`;

const headers = {
  RateLimit: { description: 'How the limit stands: `"name";r=left;t=seconds` (draft-ietf-httpapi-ratelimit-headers).', schema: { type: 'string' } },
  'RateLimit-Policy': { description: 'The limit: `"name";q=quota;w=seconds`.', schema: { type: 'string' } },
  'Retry-After': { description: 'Whole seconds.', schema: { type: 'integer', minimum: 0 } },
};

const pathOf = (path: string): string => path.replace(/:(\w+)/g, '{$1}');

/** The document of routes. Every one is described by its endpoint; one that is not stops it. */
export const makeDocument = (routes: Route[], { origin, https }: { origin: string; https: boolean }): Document => {
  const writer = schemaWriter();
  // By its use inside another schema it becomes one with a name.
  writer.answered(z.object({ error: errorAnswer }));
  const paths: Document['paths'] = {};
  for (const route of routes) {
    const endpoint = endpointNamed(`${route.method} ${route.path}`);
    if (!endpoint) throw new Error(`${route.method} ${route.path} is described nowhere in plugin/contracts/endpoints.`);
    (paths[pathOf(route.path)] ??= {})[route.method.toLowerCase()] = operationOf(route, endpoint, writer);
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Customer Portal', version: '1', description },
    servers: [{ url: `${origin}/api/portal` }],
    paths,
    components: { schemas: writer.named, headers, securitySchemes: securitySchemes(https) },
  };
};
