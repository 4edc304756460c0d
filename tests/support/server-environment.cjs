const path = require('node:path');
const { TestEnvironment } = require('jest-environment-node');

const root = path.resolve(__dirname, '..', '..');
const built = ['dist', path.join('plugin', 'dist')].map((folder) => path.join(root, folder) + path.sep);

/** Strapi takes every listener off the process when it ends, also those by which Jest hears of it. */
const endAlone = (app) => {
  const signals = ['SIGTERM', 'SIGINT'];
  const others = new Set(signals.flatMap((signal) => process.listeners(signal)));
  const destroy = app.destroy.bind(app);
  app.destroy = async () => {
    process.removeAllListeners = () => process;
    await destroy().finally(() => delete process.removeAllListeners);
    for (const signal of signals) for (const listener of process.listeners(signal)) if (!others.has(listener)) process.removeListener(signal, listener);
  };
  return app;
};

/**
 * A password costs a tenth of a second on purpose, and the tests ask for a thousand. The hash is the same one, of
 * four rounds instead of ten; in the journeys the product runs by itself and hashes as ever. Comparing calls it
 * with the salt that it found, which stays.
 */
const hashQuickly = () => {
  const bcrypt = require('bcryptjs');
  bcrypt.slowly ??= bcrypt.hash;
  bcrypt.hash = (password, salt, ...more) => bcrypt.slowly(password, typeof salt === 'number' ? Math.min(salt, 4) : salt, ...more);
};

/** What outlives a file of tests and is the same for all of them. */
const kept = new Map();

/**
 * Where tests of the server run: Strapi is beside them, under Node itself as in production, and not within
 * Jest, which would evaluate its three thousand modules anew for each file. What the project itself is built of
 * is fresh for each file all the same.
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    hashQuickly();
    for (const file of Object.keys(require.cache)) if (built.some((folder) => file.startsWith(folder))) delete require.cache[file];
    // Strapi counts the logins of admins in a variable of a module: each file has its own agents, by the same names.
    require(require.resolve('koa2-ratelimit', { paths: [require.resolve('@strapi/admin/package.json')] })).Stores.Memory.cleanAll();
    // Drivers of databases know a moment by its class, and the product an error.
    Object.assign(this.global, { Date, Error });
    this.global.beside = { process, realm: globalThis, kept, createStrapi: (options) => endAlone(require('@strapi/strapi').createStrapi(options)) };
  }
};
