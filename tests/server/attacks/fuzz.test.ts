import fc from 'fast-check';
import http from 'node:http';
import { makeCategory, sendRequest } from '../../../database/seeds/builders/requests';
import { junk, type Junk } from '../../support/junk';
import { routesBelow } from '../../support/routes';
import { bootDesk, type Desk, type LoggedIn, type SignedIn } from '../../support/strapi';

jest.setTimeout(240_000);
/** Enough to meet each route some times; `FUZZ_REQUESTS=20000 FUZZ_SEED=7 npm test -- server -- attacks` for more. */
const many = Number(process.env.FUZZ_REQUESTS ?? 2000);
const atOnce = 8;
let desk: Desk;
let cora: SignedIn;
let ada: LoggedIn;
let reference: string;
beforeAll(async () => {
  desk = await bootDesk({ PORTAL_INBOUND_ADDRESS: 'help@northwind.example', PORTAL_INBOUND_SECRET: 'a secret of many letters', PORTAL_INBOUND_VERIFY: 'false' });
  cora = await desk.customer('Cora Bell');
  ada = await desk.agent('Ada');
  reference = await sendRequest(desk.app, cora.customer, { category: await makeCategory(desk.app, { name: 'Something else' }), subject: 'Hers', body: 'Hers.' });
});
afterAll(() => desk?.stop());

interface Attempt {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
}
interface Outcome extends Attempt {
  status: number;
  text: string;
  tookMs: number;
}

/** Sends what `fetch` would tidy up; a connection that the server closed is an answer too, and status 0. */
const send = (attempt: Attempt): Promise<Outcome> =>
  new Promise((resolve) => {
    const began = performance.now();
    const end = (status: number, text: string): void => resolve({ ...attempt, status, text, tookMs: performance.now() - began });
    const { hostname, port } = new URL(desk.url);
    const request = http.request({ hostname, port, method: attempt.method, path: attempt.path, headers: attempt.headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => end(answer.statusCode ?? 0, Buffer.concat(parts).toString('utf8'))).on('error', () => end(0, ''));
    });
    request.on('error', () => end(0, ''));
    if (attempt.method !== 'GET') request.write(attempt.body);
    request.end();
  });

/** The routes of customers and of the desk, without those that end the session that is needed to go on. */
const targets = (): { method: string; path: string }[] =>
  [...routesBelow(desk, '/api/portal').map((route) => ({ route, prefix: '/api/portal' })), ...routesBelow(desk, '/portal').map((route) => ({ route, prefix: '/portal' }))]
    .map(({ route, prefix }) => ({ method: route.slice(0, route.indexOf(' ')), path: prefix + route.slice(route.indexOf(' ') + 1) }))
    .filter(({ path }) => !/\/auth\/logout|\/me\/sessions|\/me\/erasure/.test(path));

const attemptOf = ({ method, path }: { method: string; path: string }, { place, query, body, contentType, language, key }: Junk, turn: number): Attempt => {
  const who = [{}, { cookie: cora.cookie }, { authorization: `Bearer ${ada.token}` }][turn % 3] as Record<string, string>;
  const filled = path.replace(/:\w+/g, () => (turn % 2 === 0 ? reference : encodeURIComponent(place)));
  const asked = query.map(([name, word]) => `${encodeURIComponent(name)}=${encodeURIComponent(word)}`).join('&');
  const origin: Record<string, string> = turn % 5 === 0 ? {} : { origin: desk.url };
  return { method: turn % 97 === 0 ? 'PATCH' : method, path: asked ? `${filled}?${asked}` : filled, headers: { ...who, ...origin, 'accept-language': language || 'en', 'idempotency-key': key || 'k', ...(contentType ? { 'content-type': contentType } : {}) }, body };
};

/** What no answer may tell: where the code is, what the database was asked, what went wrong inside. */
const leak = /\bat [\w.<>]+ \(|node_modules|SQLITE_|select [\s\S]{0,80} from |syntax error at|TypeError|ReferenceError|\/dist\/server\//;
/** Codes that say that something outside is away, which these requests may ask for. */
const isAway = ({ status, text }: Outcome): boolean => status === 503 && /_unavailable/.test(text);
const shown = ({ method, path, headers, body, status, text }: Outcome): string => `${method} ${path.slice(0, 300)} ${JSON.stringify(headers).slice(0, 200)} ${JSON.stringify(body.slice(0, 300))} → ${status} ${text.slice(0, 300)}`;

test(`${many.toLocaleString('en-GB')} requests that make no sense are each refused or answered: none breaks anything, none tells what is inside`, async () => {
  const routes = targets();
  const all = fc.sample(junk, { numRuns: many, seed: Number(process.env.FUZZ_SEED ?? 20_261_126) }).map((each, turn) => attemptOf(routes[turn % routes.length]!, each, turn + Math.floor(turn / routes.length)));
  const outcomes: Outcome[] = [];
  const next = async (): Promise<void> => {
    for (let attempt = all.pop(); attempt; attempt = all.pop()) outcomes.push(await send(attempt));
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  expect(outcomes).toHaveLength(many);
  expect(outcomes.filter((each) => each.status >= 500 && !isAway(each)).map(shown)).toEqual([]);
  expect(outcomes.filter(({ text }) => leak.test(text)).map(shown)).toEqual([]);
  const slowest = outcomes.toSorted((one, other) => other.tookMs - one.tookMs)[0]!;
  const by = Map.groupBy(outcomes, ({ status }) => status);
  process.stdout.write(`${many} requests to ${routes.length} routes: ${[...by].sort().map(([status, some]) => `${status}: ${some.length}`).join(', ')}; the slowest took ${Math.round(slowest.tookMs)} ms (${slowest.method} ${slowest.path.slice(0, 60)}).\n`);
  expect((await cora.get(`/tickets/${reference}`)).status).toBe(200);
  expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
});
