import type { BodyOf, DataOf, EndpointName, EveryEndpoint, Method, PathOf, QueryOf } from '../endpoints/every-endpoint';
import type { Me } from '../me';
import type { Pagination } from '../platform';

type ParametersIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}` ? Name | ParametersIn<Rest> : Path extends `${string}:${infer Name}` ? Name : never;
type NamedBy<Verb extends Method, Path extends string> = Extract<`${Verb} ${Path}`, EndpointName>;
type Entry<Key extends string, Value> = [Value] extends [undefined] ? { [K in Key]?: undefined } : undefined extends Value ? { [K in Key]?: Value } : Record<never, unknown> extends Value ? { [K in Key]?: Value } : { [K in Key]: Value };
type Params<Path extends string> = [ParametersIn<Path>] extends [never] ? { params?: undefined } : { params: Record<ParametersIn<Path>, string | number> };

/** What goes with every call. */
export interface CallOptions {
  /** Breaks the call off. */
  signal?: AbortSignal;
  headers?: Record<string, string>;
  /** The name of this change, where the caller keeps it over restarts; else every call makes its own. */
  idempotencyKey?: string;
}
/** What an endpoint takes: the parts of its path, its query and its body, as the contract has them. */
export type CallInput<Verb extends Method, Path extends PathOf<Verb>> = CallOptions & Params<Path> & Entry<'query', QueryOf<NamedBy<Verb, Path>>> & Entry<'body', BodyOf<NamedBy<Verb, Path>>>;

type IsPaged<Name extends EndpointName> = EveryEndpoint[Name] extends { paged: true } ? true : false;
/** What it answers. `pagination` of lists only; `viewer` where somebody is signed in. */
export interface CallAnswer<Name extends EndpointName> {
  status: number;
  data: DataOf<Name>;
  meta: { viewer?: Me; visitor?: string | null } & (IsPaged<Name> extends true ? { pagination: Pagination } : { pagination?: undefined });
}

/** One method of the client: a path of the API, and what belongs to it. */
export type Call<Verb extends Method> = <Path extends PathOf<Verb>>(path: Path, ...input: Record<never, unknown> extends CallInput<Verb, Path> ? [input?: CallInput<Verb, Path>] : [input: CallInput<Verb, Path>]) => Promise<CallAnswer<NamedBy<Verb, Path>>>;

/** Endpoints that take an `Idempotency-Key`. */
export type OnceName = { [Name in EndpointName]: EveryEndpoint[Name] extends { once: true } ? Name : never }[EndpointName];
/** Paths that answer bytes. */
export type FilePath = { [Name in EndpointName]: EveryEndpoint[Name] extends { answersFile: true } ? (Name extends `GET ${infer Path}` ? Path : never) : never }[EndpointName];
export type FileInput<Path extends FilePath> = CallOptions & Params<Path>;
