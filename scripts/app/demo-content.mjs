import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../environment.mjs';

const require = createRequire(import.meta.url);

/** True when nobody has used this database yet: then, and only then, demo content is put in unasked. */
export const isEmpty = async (app) => (await app.db.query('plugin::portal.customer').count()) === 0 && (await app.db.query('plugin::portal.ticket').count()) === 0;

/** Writes the demo company with its customers, agents and requests. */
export const putDemoContent = (app) => require(path.join(root, 'dist', 'database', 'seeds', 'demo-seed.js')).seedDemo(app);
