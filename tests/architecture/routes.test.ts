import { analyticsActions } from '../../plugin/contracts/analytics';
import { deskActions } from '../../plugin/contracts/desk';
import { receivedMailActions } from '../../plugin/contracts/inbound-mail';
import { knowledgeActions } from '../../plugin/contracts/knowledge-desk';
import { settingsActions } from '../../plugin/contracts/settings';
import plugin from '../../plugin/server/src';
import { domains } from '../../plugin/server/src/domains';
import { optionalSession } from '../../plugin/server/src/accounts/strategies';
import { deskRoutesOf } from '../../plugin/server/src/platform/assemble-plugin';
import type { ControllerFactory, Route, Strapi } from '../../plugin/server/src/platform/domain';
import { read, under } from './sources';

const customers = plugin.routes['content-api'].routes;
const desk = deskRoutesOf(domains);
const said = ({ method, path }: Route): string => `${method} ${path}`;
const isSentence = (why: string | undefined): boolean => /^[A-Z].{15,}\.$/.test(why ?? '');
const strategiesOf = ({ config: { auth } }: Route): string[] => (auth ? auth.strategies.map(({ name }) => name) : []);

// Controllers only close over Strapi; to see which handlers they have, none is needed.
const handlers = Object.entries(plugin.controllers as Record<string, ControllerFactory>).flatMap(([name, make]) => Object.keys(make({ strapi: {} as Strapi })).map((handler) => `${name}.${handler}`));

describe('every route of the API', () => {
  test('asks who it is, or says why it need not', () => {
    const open = customers.filter((route) => strategiesOf(route).length === 0 || strategiesOf(route).includes(optionalSession.name));
    expect(open.filter(({ config }) => !isSentence(config.why)).map(said)).toEqual([]);
  });

  test('for signed-in customers says what else is needed, be it nothing', () => {
    const closed = customers.filter((route) => strategiesOf(route).includes('portal-session'));
    expect(closed.length).toBeGreaterThan(10);
    expect(closed.filter(({ config }) => !Array.isArray(config.policies)).map(said)).toEqual([]);
  });

  test('is there under each name that was promised to those who build on it', () => {
    const fixed = ['POST /auth/register', 'POST /auth/login', 'POST /auth/logout', 'POST /auth/email-confirmation', 'POST /auth/password-reset-request', 'POST /auth/password-reset', 'POST /auth/mfa-verification', 'POST /auth/refresh', 'GET /me', 'PATCH /me', 'GET /me/sessions', 'GET /categories', 'GET /tickets', 'POST /tickets', 'GET /tickets/:reference', 'POST /tickets/:reference/comments', 'POST /tickets/:reference/closure', 'DELETE /tickets/:reference/closure', 'GET /tickets/:reference/events', 'PUT /tickets/:reference/rating', 'POST /attachments', 'GET /attachments/:id', 'GET /knowledge/search', 'POST /knowledge/suggestions', 'GET /knowledge/articles/:slug', 'PUT /knowledge/articles/:slug/feedback', 'GET /dashboard', 'GET /notifications', 'POST /notifications/readings'];
    expect(fixed.filter((name) => !customers.map(said).includes(name))).toEqual([]);
  });

  test('leaves nothing to Strapi’s defaults', () => expect(customers.filter(({ config }) => config.auth === undefined).map(said)).toEqual([]));
});

describe('every route of the desk', () => {
  const actions: string[] = [...Object.values(deskActions), ...Object.values(analyticsActions), ...Object.values(knowledgeActions), ...Object.values(settingsActions), ...Object.values(receivedMailActions)];
  // Whoever may read articles in the content manager, whose right it is.
  const readsArticles = 'plugin::content-manager.explorer.read,plugin::portal.article';
  const asked = ({ config }: Route): string[] =>
    (config.policies ?? []).flatMap((policy) => (typeof policy === 'object' && policy.name === 'admin::hasPermissions' ? (policy.config as { actions: (string | string[])[] }).actions.map(String) : []));

  test('is for agents who are signed in and have the right', () => {
    expect(desk.length).toBeGreaterThan(10);
    for (const route of desk) {
      expect([said(route), route.config.policies?.[0]]).toEqual([said(route), 'admin::isAuthenticatedAdmin']);
      const known = asked(route).filter((action) => [...actions, readsArticles].includes(action));
      // Whoever does something to a ticket is answered with it, so reading is asked for besides; in a chat, answering chats.
      const doesToTickets = route.path.startsWith('/tickets') && known[0] !== deskActions.read;
      const besides = doesToTickets ? deskActions.read : route.path.startsWith('/chats/') && known[0] !== deskActions.chats ? deskActions.chats : undefined;
      expect([said(route), known.length, known[1]]).toEqual([said(route), besides ? 2 : 1, besides]);
    }
  });

  test('and every right is asked for somewhere', () => {
    const inControllers = under('plugin/server/src/').filter((file) => file.includes('/controllers/')).map(read).join('\n');
    const named = Object.entries(deskActions).filter(([name]) => inControllers.includes(`needRight(ctx, deskActions.${name})`)).map(([, action]) => action as string);
    // Asked where articles are saved and published, which are routes of Strapi's own.
    const inGuard = read('plugin/server/src/knowledge/services/article-reviews.ts').includes('ability?.can(knowledgeActions.publish)') ? [knowledgeActions.publish] : [];
    expect([...new Set([...desk.flatMap(asked), ...named, ...inGuard])].sort()).toEqual([...actions, readsArticles].toSorted());
  });
});

test.each([['the API', customers], ['the desk', desk]])('in %s no two routes answer the same address', (_name, routes) => {
  const addresses = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':one')}`);
  expect(addresses.filter((each, index) => addresses.indexOf(each) !== index)).toEqual([]);
});

test('every route has its handler, and every handler its route', () => {
  const wanted = [...customers, ...desk].map(({ handler }) => handler);
  expect([...new Set(wanted)].sort()).toEqual(handlers.toSorted());
});

test('every table is ours by its name, and out of the content manager’s sight, but for what authors write', () => {
  const written = ['article', 'knowledge-category', 'portal-block'];
  for (const [name, { schema }] of Object.entries(plugin.contentTypes as Record<string, { schema: { collectionName: string; pluginOptions: object } }>)) {
    expect(schema.collectionName).toMatch(/^portal_/);
    expect([name, schema.pluginOptions]).toEqual([name, expect.objectContaining({ 'content-manager': { visible: written.includes(name) }, 'content-type-builder': { visible: false } })]);
  }
});
