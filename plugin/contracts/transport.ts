import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { PortalFrame } from './frame';
import { policyTheme } from './policy';
import type { PolicyTheme } from './policy';
import { offeredProvider } from './providers';

/** One call of the site to the API. `path` begins with `/api/portal`; a stream is sent as it comes. */
export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  headers: Record<string, string>;
  body?: string | Readable;
  /** Takes an answer that comes piece by piece as `events`, until this signal ends it. */
  live?: AbortSignal;
}

export interface ApiResponse {
  status: number;
  /** Every Set-Cookie line, to be passed on to the browser as it is. */
  cookies: string[];
  retryAfter: string | null;
  /** `RateLimit-Policy` and `RateLimit`, where the call was limited. */
  limits: Record<string, string>;
  /** The parsed JSON, of which nothing is known yet. */
  body: unknown;
  /** A stream of server-sent events, where one was asked for and is what came. */
  events?: Readable;
}

/** How the site reaches the API: in the same process, or over HTTP from a server of its own. */
export type Transport = (request: ApiRequest) => Promise<ApiResponse>;

/** What the server around the site gives to each page (`Astro.locals.host`). */
export interface SiteHost {
  transport: Transport;
  /** Name and colours for strangers; customers have those of their segment. */
  look: PolicyTheme;
  /** What a team put around its pages, for whoever asked on this visit; null: the API is to be asked. */
  frame: ((language: string) => Promise<PortalFrame>) | null;
  /** The customer's own address, for limits and sessions; never read from a header that anyone can write. */
  address: string;
  /** Origins that are this site; a form from elsewhere is refused. */
  origins: string[];
  /** True where cookies can be Secure. */
  https: boolean;
  /** Mailbox and component gallery exist (development and demo only). */
  showroom: boolean;
  /** The knowledge base is on: its pages and the links to them exist. */
  knowledgeBase: boolean;
  /** Requests can be sent: the form and the links to it exist. For strangers, as the line above. */
  ticketSubmission: boolean;
  /** Whether strangers can chat, and the sites that may show the widget. */
  chat: { on: boolean; origins: string[] };
  /** Who may make an account, and with which password. */
  signUp: SignUp;
  /** Where pages open a socket, on their own origin; null: they are not told of news. */
  live: string | null;
  /** Where browsers report what a page's policy blocked, on the same origin; null: nowhere. */
  reports: string | null;
}

/** What somebody needs to know before he signs in or makes an account. */
export const signUp = z.object({
  open: z.boolean().describe('Anybody can make one; where not, there is no page for it.'),
  domains: z.array(z.string()).describe('Only addresses of these; empty: any.'),
  passwordMinLength: z.number().int(),
  passwords: z.boolean().describe('Addresses and passwords open accounts; where not, only providers do.'),
  providers: z.array(offeredProvider).describe('With which providers one can sign in, in this order.'),
}).meta({ id: 'SignUp' });
export type SignUp = z.infer<typeof signUp>;

/** GET appearance: of `SiteHost` what a site on a server of its own asks for. */
export const appearance = z
  .object({ look: policyTheme, knowledgeBase: z.boolean(), ticketSubmission: z.boolean(), chat: z.object({ on: z.boolean(), origins: z.array(z.string()) }), signUp })
  .meta({ id: 'Appearance' });
export type Appearance = z.infer<typeof appearance>;
