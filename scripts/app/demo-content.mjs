import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../environment.mjs';

const require = createRequire(import.meta.url);
const file = path.join(root, 'dist', 'database', 'seeds', 'demo-seed.js');

/** True when nobody has used this database yet: then, and only then, demo content is put in unasked. */
export const isEmpty = async (app) => (await app.db.query('plugin::portal.customer').count()) === 0 && (await app.db.query('plugin::portal.ticket').count()) === 0;

/** True once the demo company is in: seeding again must not double it. */
export const hasDemoContent = async (app) => (await app.db.query('plugin::users-permissions.user').count({ where: { email: 'cora@example.com' } })) > 0;

/** True when a seeding was stopped before its end; `putDemoContent` finishes it. */
export const isUnfinished = (app) => require(file).isUnfinished(app);

/** Writes the demo company with its customers, agents and requests, or finishes what was begun. `history`: with a year of closed requests, chats and searches, too. */
export const putDemoContent = (app, { history = false } = {}) => require(file).seedDemo(app, { history });
