import { z } from 'zod';
import type { Endpoint } from '../../../../contracts/endpoints/endpoint';
import { me } from '../../../../contracts/me';
import { pagination } from '../../../../contracts/platform';
import type { Route } from '../../platform/domain';
import { accessOf, securityOf } from './access';
import { headerParameters, pathParameters, queryParameters } from './parameters';
import { isLimited, refusalAnswers, refusalsOf } from './refusals';
import type { JsonSchema, SchemaWriter } from './schemas';

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });
const bytes = { '*/*': { schema: {} } };

const nameOf = ({ method, path }: Route): string => {
  const words = path.replace(/\.json$/, '').split(/[/-]/).filter(Boolean);
  return method.toLowerCase() + words.map((word) => (word.startsWith(':') ? `By${word.slice(1, 2).toUpperCase()}${word.slice(2)}` : word.slice(0, 1).toUpperCase() + word.slice(1))).join('');
};

const envelope = (data: z.ZodType, route: Route, { paged, meta }: Endpoint): z.ZodType => {
  const viewer = accessOf(route) === 'open' ? {} : { viewer: me.optional() };
  return z.object({ data, meta: z.object({ ...(paged ? { pagination } : {}), ...(meta?.shape ?? {}), ...viewer }) });
};

const bodyOf = ({ body, takesFile, takes, example }: Endpoint, writer: SchemaWriter): object => {
  if (takesFile) return { requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } }, required: ['file'] } } } } };
  if (takes) return { requestBody: { required: true, content: Object.fromEntries(takes.map((type) => [type, { schema: {} }])) } };
  return body ? { requestBody: { required: true, content: { 'application/json': { schema: writer.sent(body), ...(example ? { example } : {}) } } } } : {};
};

const described: Record<string, string> = { 200: 'Done.', 201: 'Made.', 202: 'Taken; it goes on elsewhere.', 204: 'Taken.', 304: 'As the caller has it.' };
const limitHeaders = { RateLimit: { $ref: '#/components/headers/RateLimit' }, 'RateLimit-Policy': { $ref: '#/components/headers/RateLimit-Policy' } };

const answersOf = (route: Route, endpoint: Endpoint, writer: SchemaWriter): Record<string, object> => {
  const headers = isLimited(route) ? { headers: limitHeaders } : {};
  const answers: Record<string, object> = {};
  for (const [status, data] of Object.entries(endpoint.answers)) {
    const schema = data && (endpoint.plain ? data : envelope(data, route, endpoint));
    answers[status] = { description: described[status] ?? 'Done.', ...headers, ...(schema ? { content: json(writer.answered(schema)) } : {}) };
  }
  if (endpoint.answersFile) {
    answers['200'] = { description: 'The bytes, to save.', content: bytes };
    answers['302'] = { description: 'They are at `Location`, for some minutes.', headers: { Location: { schema: { type: 'string', format: 'uri' } } } };
  }
  if (endpoint.events) answers['200'] = { description: endpoint.events, content: { 'text/event-stream': { schema: { type: 'string' } } } };
  return answers;
};

/** One operation of OpenAPI. */
export const operationOf = (route: Route, endpoint: Endpoint, writer: SchemaWriter): object => {
  const parameters = [...pathParameters(route.path), ...queryParameters(endpoint, writer), ...headerParameters(endpoint, route.path)];
  return {
    operationId: nameOf(route),
    summary: endpoint.says,
    tags: [route.path.split(/[/.]/)[1] ?? ''],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(endpoint, writer),
    security: securityOf(route, endpoint),
    responses: { ...answersOf(route, endpoint, writer), ...refusalAnswers(refusalsOf(route, endpoint)) },
  };
};
