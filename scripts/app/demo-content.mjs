import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../environment.mjs';

const require = createRequire(import.meta.url);
const file = path.join(root, 'dist', 'database', 'seeds', 'demo-seed.js');

/** True when nobody has used this database yet: then, and only then, demo content is put in unasked. */
export const isEmpty = async (app) => (await app.db.query('plugin::portal.customer').count()) === 0 && (await app.db.query('plugin::portal.ticket').count()) === 0;

/** True once the demo company is in: seeding again must not double it. */
export const hasDemoContent = async (app) => (await app.db.query('plugin::users-permissions.user').count({ where: { email: 'cora@example.com' } })) > 0;

/** Writes the demo company with its customers, agents and requests. */
export const putDemoContent = async (app) => {
  // Interim, until database/seeds is written.
  if (!fs.existsSync(file)) return console.warn('NO DEMO CONTENT: database/seeds/demo-seed.ts is not there.');
  await require(file).seedDemo(app);
};
