import { z } from 'zod';

/** A schema of JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

const referTo = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(referTo);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : referTo(inner)]));
};

/** Answers may get further keys one day, and nobody should break at one; what is sent to us may not. */
const openAnswers = ({ jsonSchema }: { jsonSchema: JsonSchema }): void => {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
};

/** Writes Zod's schemas as JSON Schema, and gathers those that have a name of their own. */
export const schemaWriter = () => {
  const named: Record<string, JsonSchema> = {};
  const write = (schema: z.ZodType, io: 'input' | 'output', override: (context: { jsonSchema: JsonSchema }) => void): JsonSchema => {
    const { $schema: _dialect, $defs = {}, ...own } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', override: (context) => override({ jsonSchema: context.jsonSchema as JsonSchema }) }) as JsonSchema;
    for (const [name, inner] of Object.entries($defs as Record<string, JsonSchema>)) named[name] = referTo(inner) as JsonSchema;
    return referTo(own) as JsonSchema;
  };
  return {
    named,
    /** What is answered. */
    answered: (schema: z.ZodType): JsonSchema => write(schema, 'output', openAnswers),
    /** What is sent to us, as it may be sent. */
    sent: (schema: z.ZodType): JsonSchema => write(schema, 'input', () => undefined),
    /** What is sent to us, as it is read: a number, where a query can only have its letters. */
    read: (schema: z.ZodType): JsonSchema => write(schema, 'output', () => undefined),
  };
};
export type SchemaWriter = ReturnType<typeof schemaWriter>;
