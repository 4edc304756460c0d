import path from 'node:path';
import { portal } from '../../database/seeds/builders/services';
import type { App } from '../../database/seeds/builders/services';
import { searchEngine } from '../../plugin/server/src/search/services/search-engine';
import type { searchIndex } from '../../plugin/server/src/search/services/search-index';
import { createStrapiBeside, setEnvironment } from './beside';
import { makeTestPlace } from './test-place';

const root = path.resolve(__dirname, '..', '..');
const secrets = ['APP_KEYS', 'ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET'];

type Index = ReturnType<typeof searchIndex>;
type Engine = ReturnType<typeof searchEngine>;

/** The built product's search on an empty database of its own. */
export interface SearchServer {
  app: App;
  index: Index;
  engine: Engine;
  /** An engine that knows nothing of this one, as another process on the same database has; it looks every second. */
  anotherProcess(): Engine;
  stop(): Promise<void>;
}

/** Boots the built product without opening a port; `environment` is added to what it finds. */
export const bootSearch = async (environment: Record<string, string> = {}): Promise<SearchServer> => {
  const { dataDirectory, environment: database, remove } = await makeTestPlace('search');
  const keys = Object.fromEntries(secrets.map((name) => [name, `${name} of a search that lives for one test`]));
  const restore = setEnvironment({ ...keys, PORTAL_DATA_DIR: dataDirectory, PORTAL_MAIL: 'mailbox', STRAPI_TELEMETRY_DISABLED: 'true', ...database, ...environment });
  const app = createStrapiBeside({ appDir: root, distDir: path.join(root, 'dist'), serveAdminPanel: false, autoReload: false });
  app.log.level = 'error';
  await app.load();
  const others: { engine: Engine; timer: NodeJS.Timeout }[] = [];
  return {
    app,
    index: portal<Index>(app, 'search-index'),
    engine: portal<Engine>(app, 'search-engine'),
    anotherProcess() {
      const engine = searchEngine({ strapi: app });
      others.push({ engine, timer: setInterval(() => void engine.follow(), 1000) });
      return engine;
    },
    async stop() {
      for (const { engine, timer } of others) {
        clearInterval(timer);
        await engine.stop();
      }
      await app.destroy();
      await remove();
      restore();
    },
  };
};
