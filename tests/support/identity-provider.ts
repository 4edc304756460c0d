import { generateKeyPairSync, randomUUID } from 'node:crypto';
import http from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import type { AddressInfo } from 'node:net';
import type { AdapterConstructor, Configuration, default as ProviderClass, JWK } from 'oidc-provider';

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => unknown;

// Jest compiles import() to require(), which cannot load a package of ES modules; see built-site.ts.
const importModule = new Function('address', `return import(address) // ${randomUUID()}`) as <Module>(address: string) => Promise<Module>;
const library = (file: string): string => pathToFileURL(path.resolve(__dirname, '..', '..', 'node_modules', 'oidc-provider', 'lib', file)).href;

/** Somebody with an account at the provider: what it says of him. */
export interface Person {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  hd?: string;
  tid?: string;
  xms_edov?: boolean;
}

/** Whom a provider plays: their issuers and their claims differ. */
export type Plays = 'google' | 'microsoft' | 'oidc';
/** The tenant of whom Microsoft's stand-in knows. */
export const tenant = '72f988bf-86f1-41af-91ab-2d7cd011db47';

/** A real provider of OpenID Connect on a free port. */
export interface IdentityProvider {
  /** What is configured as issuer, or as Microsoft's authority. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who is signed in there. Without anybody it shows a page with two buttons. */
  person: Person | null;
  /** Lets a portal sign people in: call it once its address is known. */
  accept(returnAddress: string): Promise<void>;
  /** What a browser does there, up to the way back: answers the query with which it returns. */
  visit(address: string): Promise<string>;
  /** From now on every call fails, until it is called with false. */
  breakDown(broken?: boolean): void;
  stop(): Promise<void>;
}

const key = (): JWK => ({ ...(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK), kid: randomUUID(), use: 'sig', alg: 'RS256' });
const claimsInToken = (plays: Plays): boolean => plays !== 'oidc';

const configurationOf = (adapter: AdapterConstructor, plays: Plays, client: { id: string; secret: string }, returnAddress: string, people: Map<string, Person>): Configuration => ({
  adapter,
  clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [returnAddress], token_endpoint_auth_method: plays === 'oidc' ? 'client_secret_basic' : 'client_secret_post' }],
  clientAuthMethods: [plays === 'oidc' ? 'client_secret_basic' : 'client_secret_post'],
  claims: { openid: ['sub', 'tid', 'hd', 'xms_edov'], email: ['email', 'email_verified'], profile: ['name'] },
  conformIdTokenClaims: !claimsInToken(plays),
  features: { devInteractions: { enabled: false } },
  cookies: { keys: [randomUUID()] },
  jwks: { keys: [key()] },
  pkce: { required: () => true },
  interactions: { url: (_ctx, interaction) => `/choose/${interaction.uid}` },
  ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600, AuthorizationCode: 60 },
  findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...(people.get(sub) ?? { sub }), sub }) }),
});

const page = (uid: string, name: string): string => `<!doctype html><html lang="en"><title>${name}</title><h1>${name}</h1>
  <form method="post" action="/choose/${uid}"><label>Account <input name="person"></label> <button name="go" value="on">Continue</button> <button name="go" value="back">Cancel</button></form>`;

/** Starts one. It must be told where the portal is before anybody signs in. */
export const startIdentityProvider = async (plays: Plays): Promise<IdentityProvider> => {
  const { default: Provider } = await importModule<{ default: typeof ProviderClass }>(library('index.js'));
  // Given by name, it warns nobody that it forgets everything.
  const { createMemoryAdapter } = await importModule<{ createMemoryAdapter(tolerance: number): AdapterConstructor }>(library('adapters/memory_adapter.js'));
  const people = new Map<string, Person>();
  const client = { id: `${plays}-client`, secret: `secret-of-${plays}-${randomUUID()}` };
  let [broken, handle]: [boolean, Handler] = [false, (_request, response) => void (response as http.ServerResponse).writeHead(503).end()];
  const server = http.createServer((request, response) => (broken ? void response.writeHead(503).end('out of order') : handle(request, response)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const mount = plays === 'microsoft' ? `/${tenant}/v2.0` : '';

  const idp: IdentityProvider = {
    issuer: origin,
    clientId: client.id,
    clientSecret: client.secret,
    person: null,
    async accept(returnAddress) {
      const provider = new Provider(`${origin}${mount}`, configurationOf(createMemoryAdapter(0), plays, client, returnAddress, people));
      handle = served(provider, { mount, title: `The stand-in of ${plays}`, who: () => idp.person, keep: (person) => people.set(person.sub, person) });
    },
    visit: (address) => follow(address, new Map()),
    breakDown(now = true) {
      broken = now;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return idp;
};

interface Shown {
  mount: string;
  title: string;
  who(): Person | null;
  keep(person: Person): void;
}

/** Whoever types an address into the page's field is somebody with that address. */
const typed = (email: string): Person => ({ sub: `sub of ${email}`, email, email_verified: true, name: 'Somebody Typed', tid: tenant });

const choose = async (provider: ProviderClass, { title, who, keep }: Shown, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
  const uid = request.url?.split('/')[2] ?? '';
  const form = request.method === 'POST' ? new URLSearchParams(await text(request)) : null;
  const person = who() ?? (form?.get('person') ? typed(form.get('person') ?? '') : null);
  if (!form && !person) return void response.setHeader('content-type', 'text/html').end(page(uid, title));
  if (form?.get('go') === 'back' || !person) return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'cancelled' });
  keep(person);
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: person.sub, clientId: String(params['client_id']) });
  grant.addOIDCScope('openid email profile');
  await provider.interactionFinished(request, response, { login: { accountId: person.sub, remember: false }, consent: { grantId: await grant.save() } });
};

/** Microsoft's answers do not name the issuer, as RFC 9207 has it; those of the stand-in would. */
const withoutIssuer = (response: http.ServerResponse): void => {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const url = name.toLowerCase() === 'location' ? URL.parse(String(value)) : null;
    url?.searchParams.delete('iss');
    return setHeader(name, url?.pathname.endsWith('/return') ? url.href : value);
  };
};

/** Microsoft's metadata for all tenants have a place for the tenant in the issuer. */
const commonMetadata = async (provider: ProviderClass, mount: string): Promise<string> => {
  const own = `${new URL(provider.issuer).origin}${mount}/.well-known/openid-configuration`;
  const metadata = (await (await fetch(own)).json()) as Record<string, unknown>;
  return JSON.stringify({ ...metadata, authorization_response_iss_parameter_supported: false, issuer: String(metadata['issuer']).replace(tenant, '{tenantid}') });
};

const served = (provider: ProviderClass, shown: Shown): Handler => {
  const { mount } = shown;
  const callback = provider.callback();
  return async (request, response) => {
    const url = request.url ?? '/';
    if (url.startsWith('/choose/')) return choose(provider, shown, request, response);
    if (mount && url.startsWith('/common/v2.0/.well-known/')) return response.setHeader('content-type', 'application/json').end(await commonMetadata(provider, mount));
    if (mount) withoutIssuer(response);
    if (mount) Object.assign(request, { originalUrl: url, url: url.replace(mount, '') || '/' });
    return callback(request, response);
  };
};

/** Walks through a provider's redirects as a browser would, until one leads elsewhere. */
const follow = async (address: string, cookies: Map<string, string>): Promise<string> => {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(address, { redirect: 'manual', headers: { cookie } });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    cookies.set(name, value);
  }
  const location = answer.headers.get('location');
  if (!location) throw new Error(`The provider did not go on: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
  const next = new URL(location, address);
  return next.origin === new URL(address).origin ? follow(next.href, cookies) : next.search.slice(1);
};
