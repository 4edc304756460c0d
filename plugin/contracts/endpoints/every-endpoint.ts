import type { z } from 'zod';
import { accountEndpoints } from './accounts';
import { chatEndpoints } from './chat';
import type { Endpoint } from './endpoint';
import { knowledgeEndpoints } from './knowledge';
import { ownAccountEndpoints } from './own-account';
import { programEndpoints } from './programs';
import { ticketEndpoints } from './tickets';
import { toldEndpoints } from './told';

/** Every address of the portal API. */
export const everyEndpoint = { ...accountEndpoints, ...ownAccountEndpoints, ...ticketEndpoints, ...knowledgeEndpoints, ...chatEndpoints, ...toldEndpoints, ...programEndpoints };
export type EveryEndpoint = typeof everyEndpoint;
/** `GET /tickets`, and so on. */
export type EndpointName = keyof EveryEndpoint;
export type Method = EndpointName extends `${infer Verb} ${string}` ? Verb : never;
/** The paths that a method has. */
export type PathOf<Verb extends Method> = EndpointName extends infer Name ? (Name extends `${Verb} ${infer Path}` ? Path : never) : never;

/** The endpoint of a name that is only known when it runs; undefined where there is none. */
export const endpointNamed = (name: string): Endpoint | undefined => (Object.hasOwn(everyEndpoint, name) ? everyEndpoint[name as EndpointName] : undefined);

type Parts<Name extends EndpointName> = EveryEndpoint[Name];
type Shape<Part> = Part extends z.ZodType ? Part : never;
/** What is sent to an endpoint as its query, and as its body; `undefined` where it takes none. */
export type QueryOf<Name extends EndpointName> = Parts<Name> extends { query: infer Query } ? z.input<Shape<Query>> : undefined;
export type BodyOf<Name extends EndpointName> = Parts<Name> extends { body: infer Body } ? z.input<Shape<Body>> : undefined;
/** The `data` that it answers, whatever the status. */
export type DataOf<Name extends EndpointName> = Parts<Name> extends { answers: infer Answers } ? { [Status in keyof Answers]: Answers[Status] extends z.ZodType ? z.output<Answers[Status]> : null }[keyof Answers] : never;
