import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { SMTPServer } from 'smtp-server';
import type { CheckName, Finding } from '../../plugin/contracts/doctor';
import { portal, type App } from '../../database/seeds/builders/services';

/** Takes back what was broken. */
export type Undo = () => unknown;

/** What the doctor of a loaded Strapi says of one thing. */
export const lookAt = (app: App, name: CheckName): Promise<Finding> => portal<{ look(name: CheckName): Promise<Finding> }>(app, 'doctor').look(name);

/** Another value in the project's configuration, as if Strapi had been started with it. */
export const configured = (app: App, values: Record<string, unknown>): Undo => {
  const before = Object.keys(values).map((key): [string, unknown] => [key, app.config.get(key)]);
  for (const [key, value] of Object.entries(values)) app.config.set(key, value);
  return () => before.forEach(([key, value]) => app.config.set(key, value));
};

interface EmailPlugin {
  provider: object;
}
interface ProviderModule {
  init(options: object, settings: object): object;
}
/** Another mail server, as if Strapi had been started with it. */
export const mailServedBy = (app: App, providerOptions: object): Undo => {
  const email = app.plugin('email') as unknown as EmailPlugin;
  const undo = configured(app, { 'plugin::email.provider': 'nodemailer', 'plugin::email.providerOptions': providerOptions, 'plugin::portal.mail.transport': 'email' });
  const { provider } = email;
  email.provider = (createRequire(__filename)('@strapi/provider-email-nodemailer') as ProviderModule).init(providerOptions, {});
  return () => {
    email.provider = provider;
    return undo();
  };
};

/** A mail server at which one has to sign in. */
export const strictMailServer = async (user: string, password: string): Promise<{ port: number; stop(): Promise<void> }> => {
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, done) => (auth.username === user && auth.password === password ? done(null, { user }) : done(new Error('Invalid login'))),
  });
  // Whoever signs in wrongly hangs up.
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
  });
  return { port, stop: () => new Promise((resolve) => server.close(resolve)) };
};

/** A proxy that passes on what it knows, and no sockets. */
export const proxyWithoutSockets = async (to: string): Promise<{ url: string; stop(): Promise<void> }> => {
  const server: Server = createServer((asked, answer) => {
    asked.pipe(request(`${to}${asked.url}`, { method: asked.method, headers: asked.headers }, (heard) => heard.pipe(answer.writeHead(heard.statusCode ?? 502, heard.headers))));
  });
  server.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
};

/** Connections of a PostgreSQL pool, all at once. */
const onEachConnection = async (app: App, sql: string): Promise<void> => {
  const most = app.config.get<number>('database.connection.pool.max', 1);
  let held = 0;
  let letGo: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (letGo = resolve));
  await Promise.all(
    Array.from({ length: most }, () =>
      app.db.connection.transaction(async (trx) => {
        await trx.raw(sql);
        held += 1;
        if (held === most) letGo();
        await all;
      }),
    ),
  );
};

/** A database that may be read and not written. */
export const readOnlyDatabase = async (app: App): Promise<Undo> => {
  if (app.db.dialect.client === 'sqlite') {
    await app.db.connection.raw('pragma query_only = 1');
    return () => app.db.connection.raw('pragma query_only = 0');
  }
  await onEachConnection(app, 'set session characteristics as transaction read only');
  return () => onEachConnection(app, 'set session characteristics as transaction read write');
};
