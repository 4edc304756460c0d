import type { Endpoint } from '../../../../contracts/endpoints/endpoint';
import type { JsonSchema, SchemaWriter } from './schemas';

/** A parameter object of OpenAPI. */
export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

const inPaths: Record<string, string> = {
  reference: 'Of a ticket, such as `R-2K7F9Q`.',
  id: 'As an answer named it.',
  token: 'Told once, by a mail or by the answer that made it.',
  slug: 'Of an article or category.',
  key: 'Of a chat.',
  provider: 'As `GET appearance` names it.',
  purpose: '`new-request`, or `reply.` and a reference.',
};

/** Parameters of a path such as `/tickets/:reference`. */
export const pathParameters = (path: string): Parameter[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({ name, in: 'path', required: true, ...(inPaths[name] ? { description: inPaths[name] } : {}), schema: { type: 'string' } }));

/** Parameters of a query, one for each key. */
export const queryParameters = ({ query }: Endpoint, writer: SchemaWriter): Parameter[] => {
  if (!query) return [];
  const { properties = {} } = writer.read(query);
  const { required = [] } = writer.sent(query);
  return Object.entries(properties as Record<string, JsonSchema>).map(([name, schema]) => ({ name, in: 'query', required: (required as string[]).includes(name), schema }));
};

const onceKey: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A random name of this change. Sent again with the same content it changes nothing (draft-ietf-httpapi-idempotency-key-header).',
  schema: { type: 'string', pattern: '^[\\w-]{8,100}$' },
};
const guest: Parameter = { name: 'Portal-Visitor', in: 'header', required: false, description: 'What `meta.visitor` said when a guest began the chat: with it the chat is his.', schema: { type: 'string' } };
/** Headers that mean something to an endpoint. */
export const headerParameters = ({ once }: Endpoint, path: string): Parameter[] => [...(once ? [onceKey] : []), ...(/^\/chats\b/.test(path) ? [guest] : [])];
