import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { demoPassword, makeAdminUser, makeAgent, makeCustomer, supportAgentRole, type Agent, type Customer } from '../../database/seeds/builders/people';
import { portal, type App } from '../../database/seeds/builders/services';
import { createStrapiBeside, setEnvironment } from './beside';
import { freePort } from './running-app';
import { unlimited } from './unlimited';
import { makeTestPlace } from './test-place';
import { Visitor } from './visitor';

const root = path.resolve(__dirname, '..', '..');
const secrets = ['APP_KEYS', 'ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET'];

/** A customer, signed in. */
export type SignedIn = Visitor & { customer: Customer };
/** An agent, logged in to the admin. */
export type LoggedIn = Visitor & { agent: Agent; token: string };

/** A real Strapi with the portal, on an empty database, and the people around it. */
export interface Desk {
  app: App;
  url: string;
  dataDirectory: string;
  /** Nobody in particular. */
  visitor(): Visitor;
  signIn(customer: Customer, password?: string): Promise<SignedIn>;
  customer(name: string): Promise<SignedIn>;
  logIn(agent: Agent, email: string): Promise<LoggedIn>;
  /** An agent with all rights of the desk, categories excepted; `actions` gives him only those. */
  agent(firstname: string, actions?: string[]): Promise<LoggedIn>;
  /** Waits until all events are told and all mails that are due are sent. */
  settle(): Promise<void>;
  stop(): Promise<void>;
}

const emailOf = (name: string): string => `${name.toLowerCase().replace(/ /g, '.')}@example.com`;

const roleWith = async (app: App, actions: string[]): Promise<number> => {
  const roles = app.service('admin::role');
  // A name has room for 255 letters; the same rights are the same role only by chance.
  const name = `${actions.length} rights ${randomUUID()}`;
  const { id } = (await roles.create({ name, description: '' })) as { id: number };
  await roles.assignPermissions(id, actions.map((action) => ({ action: `plugin::portal.${action}`, subject: null, properties: {}, conditions: [] })));
  return id;
};

const people = (app: App, url: string) => {
  const visitor = (): Visitor => new Visitor(`${url}/api/portal`);
  const signIn: Desk['signIn'] = async (customer, password = demoPassword) => {
    const browser = visitor();
    const { status, text } = await browser.post('/auth/login', { email: customer.email, password });
    if (status !== 200) throw new Error(`${customer.email} could not sign in: ${status} ${text}`);
    return Object.assign(browser, { customer });
  };
  const logIn: Desk['logIn'] = async (agent, email) => {
    const { data, text } = await new Visitor(`${url}/admin`).post<{ token?: string } | null>('/login', { email, password: demoPassword });
    if (!data?.token) throw new Error(`${email} could not log in: ${text}`);
    return Object.assign(new Visitor(`${url}/portal`, { authorization: `Bearer ${data.token}` }), { agent, token: data.token });
  };
  return {
    visitor,
    signIn,
    logIn,
    customer: async (name: string) => signIn(await makeCustomer(app, name, emailOf(name))),
    async agent(firstname: string, actions?: string[]) {
      const email = emailOf(`${firstname} of the desk`);
      return logIn(actions ? await makeAdminUser(app, firstname, '', email, await roleWith(app, actions)) : await makeAgent(app, firstname, '', email), email);
    },
  };
};

interface Queues {
  events: { deliverDue(): Promise<void> };
  'mail-queue': { sendDue(): Promise<void> };
}
const settle = async (app: App): Promise<void> => {
  await portal<Queues['events']>(app, 'events').deliverDue();
  await portal<Queues['mail-queue']>(app, 'mail-queue').sendDue();
};

const load = async (): Promise<App> => {
  const app = createStrapiBeside({ appDir: root, distDir: path.join(root, 'dist'), serveAdminPanel: false, autoReload: false });
  // What goes wrong on purpose would fill the report; LOG_LEVEL=error shows it.
  app.log.level = process.env.LOG_LEVEL ?? 'error';
  app.log.silent = process.env.LOG_LEVEL === undefined;
  app.server.app.silent = app.log.silent;
  await app.load();
  await app.listen();
  // Caller and server share one process, which can be busy for longer than a connection is kept open unused.
  app.server.httpServer.keepAliveTimeout = 60_000;
  return app;
};

/** Boots the built product in this process; `environment` overrides what a desk in the tests has. */
export const bootDesk = async (environment: Record<string, string> = {}): Promise<Desk> => {
  const { dataDirectory, environment: database, remove } = await makeTestPlace('desk');
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  const own = { HOST: '127.0.0.1', PORT: port, PUBLIC_URL: url, PORTAL_DATA_DIR: dataDirectory, PORTAL_MAIL: 'mailbox', STRAPI_TELEMETRY_DISABLED: 'true' };
  const rates = unlimited;
  const keys = Object.fromEntries(secrets.map((name) => [name, `${name} of a desk that lives for one test`]));
  const restore = setEnvironment({ ...keys, ...own, ...rates, ...database, ...environment });
  const leave = async (): Promise<void> => {
    await remove();
    restore();
  };
  try {
    const app = await load();
    await supportAgentRole(app);
    const stop = async (): Promise<void> => {
      app.server.httpServer.closeAllConnections();
      await app.destroy();
      await leave();
    };
    return { app, url, dataDirectory, ...people(app, url), settle: () => settle(app), stop };
  } catch (error) {
    await leave();
    throw error;
  }
};
