import type { Context } from 'koa';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { validate } from './validate';

/** Longer ones are words that somebody typed, which hardly come twice. */
const longest = 120;
const mostKept = 500;
const kept = new WeakMap<z.ZodType, LRUCache<string, object>>();

const keptFor = (schema: z.ZodType): LRUCache<string, object> => {
  const known = kept.get(schema) ?? new LRUCache<string, object>({ max: mostKept });
  kept.set(schema, known);
  return known;
};

/**
 * The query of a request as `validate` gives it, frozen. Lists are asked the same few questions all day, and checking
 * one takes as long as reading the session. What is refused is never kept.
 */
export const askedQuery = <Schema extends z.ZodType>(schema: Schema, { query, querystring }: Pick<Context, 'query' | 'querystring'>): z.output<Schema> => {
  if (querystring.length > longest) return validate(schema, query);
  const known = keptFor(schema);
  const found = known.get(querystring);
  if (found) return found as z.output<Schema>;
  const asked = Object.freeze(validate(schema, query) as object);
  known.set(querystring, asked);
  return asked as z.output<Schema>;
};
