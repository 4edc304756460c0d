import { z } from 'zod';
import type { ErrorCode } from '../platform';

/**
 * What one address of the API takes and answers. It is named by method and path (`GET /tickets/:reference`), with which
 * the server's route stands, the OpenAPI document and the client (decision 052).
 */
export interface Endpoint {
  /** What it does, in a sentence. */
  says: string;
  query?: z.ZodType;
  /** A JSON body. */
  body?: z.ZodType;
  /** Takes one file instead, as a multipart form. */
  takesFile?: true;
  /** Takes this kind of body instead, of which we say no more. */
  takes?: readonly string[];
  /** The `data` of each status that is no refusal; `null` for one without a body. */
  answers: { readonly [status: number]: z.ZodType | null };
  /** Answers bytes with 200, whose type is the file's, or sends to where they are with 302. */
  answersFile?: true;
  /** Answers these events instead where `Accept: text/event-stream` asks for them. */
  events?: string;
  /** Answers JSON that is no `{ data, meta }`. */
  plain?: true;
  /** A list: `meta.pagination` says which part of it. */
  paged?: true;
  /** Further keys of `meta`. */
  meta?: z.ZodObject;
  /** Opened by this secret of `securitySchemes`, where it is no customer who calls. */
  secret?: 'mailSecret';
  /** A body as somebody would send it. */
  example?: object;
  /** Takes an `Idempotency-Key`: the same again changes nothing, and answers 200. */
  once?: true;
  /** Codes that only some endpoints have; those that follow from the rest (a limit, a session, a body) are added. */
  refusals?: readonly ErrorCode[];
}
export type Endpoints = { readonly [name: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`]: Endpoint };

/** A word on what comes next. */
export const nextStep = <const Step extends string>(step: Step) => z.object({ next: z.literal(step) });
/** That something is so now. */
export const done = <const Key extends string>(key: Key): z.ZodObject<Record<Key, z.ZodBoolean>> => z.object({ [key]: z.boolean() } as Record<Key, z.ZodBoolean>);
/** The name of what was changed. */
export const idOnly = z.object({ id: z.string() });
