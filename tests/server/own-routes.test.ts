import { makeCategory } from '../../database/seeds/builders/requests';
import { bootDesk, type Desk, type SignedIn } from '../support/strapi';
import { Visitor, type Method } from '../support/visitor';

interface Layer {
  match(path: string): boolean;
}
type Middleware = (ctx: unknown, next: () => Promise<void>) => Promise<void>;
interface StrapiRouter {
  stack: Layer[];
  get(path: string, handler: Middleware): void;
  use(handler: Middleware): void;
}

jest.setTimeout(60_000);
let desk: Desk;
let cora: SignedIn;
const router = (): StrapiRouter => desk.app.server.router as unknown as StrapiRouter;
beforeAll(async () => {
  desk = await bootDesk();
  cora = await desk.customer('Cora Bell');
  await makeCategory(desk.app, { name: 'Parcels' });
});
afterAll(() => desk?.stop());

/** How many routes' patterns the router compares with addresses while `work` is done. */
const patternsTried = async (work: () => Promise<unknown>): Promise<number> => {
  const layers = Object.getPrototypeOf(router().stack[0]) as Layer;
  const { match } = layers;
  let tried = 0;
  layers.match = function (this: Layer, path) {
    tried += 1;
    return match.call(this, path);
  };
  try {
    await work();
  } finally {
    layers.match = match;
  }
  return tried;
};

describe('Strapi’s router', () => {
  test('looks for the portal’s addresses among those that could be meant, and for others among all', async () => {
    await cora.get('/tickets');
    const all = router().stack.length;
    const [list, inbox, others] = [await patternsTried(() => cora.get('/tickets')), await patternsTried(() => new Visitor(`${desk.url}/portal`).get('/tickets')), await patternsTried(() => fetch(`${desk.url}/admin/init`))];
    expect([list * 5 < all, inbox * 5 < all, others]).toEqual([true, true, all]);
  });

  test('still lets middlewares, wildcards and routes of the host see our requests, before us where they stand before us', async () => {
    const seen: string[] = [];
    const note = (name: string) => async (_ctx: unknown, next: () => Promise<void>): Promise<void> => {
      seen.push(name);
      await next();
    };
    router().get('/api/:kind/(.*)', note('a wildcard'));
    router().get('/API/Portal/:kind', note('a route in capitals'));
    router().use(note('a middleware'));
    // As if the host had made them first.
    const hosts = router().stack.splice(-3);
    router().stack.unshift(...hosts);
    expect((await cora.get('/tickets')).status).toBe(200);
    expect(seen).toEqual(['a wildcard', 'a route in capitals', 'a middleware']);
  });

  test('answers what is written otherwise, and a wrong method, as ever', async () => {
    const statusOf = async (path: string, method: Method = 'GET'): Promise<number> => (await cora.fetch(method, `${desk.url}${path}`)).status;
    expect([await statusOf('/API/Portal/Tickets'), await statusOf('/api/portal/tickets/')]).toEqual([200, 200]);
    expect([await statusOf('/api/portal/tickets', 'DELETE'), await statusOf('/api/portal/tickets-of-nobody'), await statusOf('/portal/tickets')]).toEqual([405, 404, 401]);
  });
});
