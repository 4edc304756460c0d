import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../environment.mjs';
import { whenParentIsGone } from '../setup/parent-gone.mjs';
import { giveBack } from './give-back.mjs';

const require = createRequire(import.meta.url);
const patience = 5000;

/** Lets requests that are under way end, for a while; new ones are refused meanwhile. */
const finishRequests = (server) =>
  new Promise((resolve) => {
    const given = setTimeout(resolve, patience);
    server.close(() => resolve(clearTimeout(given)));
    server.closeIdleConnections();
  });

/** Strapi's own handler would cut off requests under way and could run before the start is complete. */
const stopOnSignal = (app, stop) => {
  let stopping = false;
  const end = async () => {
    // A terminal sends Ctrl+C to npm and to us, and npm passes it on again.
    if (stopping) return;
    stopping = true;
    await stop().catch((error) => app.log.error(error));
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.removeAllListeners(signal);
    process.on(signal, end);
  }
  whenParentIsGone(end);
};

/**
 * Loads the built server (`dist/`, nothing is compiled here) with the environment as it is. `log` is the
 * least severe level that is printed, `lean` gives back what starting took before the first request. `listen()` opens
 * the port; `stop()` ends requests, jobs and database.
 */
export const bootApp = async ({ log = process.env.LOG_LEVEL ?? 'http', lean = false } = {}) => {
  process.chdir(root);
  const { createStrapi } = require('@strapi/strapi');
  const app = createStrapi({ appDir: root, distDir: path.join(root, 'dist'), autoReload: false, serveAdminPanel: true });
  app.log.level = log;
  const stop = async () => {
    const finished = finishRequests(app.server.httpServer);
    // A socket is never idle: without this the server would wait for it as long as for a request.
    await app.plugin('portal')?.service('live-sockets').close();
    await finished;
    await app.destroy();
  };
  stopOnSignal(app, stop);
  await app.load();
  const listen = () => {
    if (lean) giveBack();
    return app.listen();
  };
  return { app, stop, listen };
};
