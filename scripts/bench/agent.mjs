import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../environment.mjs';

const require = createRequire(import.meta.url);
const email = 'agent@bench.example';

/** Makes an agent with the rights of the inbox; answers what he logs in with. */
export const makeBenchAgent = async (app) => {
  const { demoPassword, makeAgent } = require(path.join(root, 'dist', 'database', 'seeds', 'builders', 'people.js'));
  if (!(await app.db.query('admin::user').findOne({ where: { email } }))) await makeAgent(app, 'Bench', 'Agent', email);
  return { email, password: demoPassword };
};

/** Logs an agent in as the admin does; answers the header of his requests. */
export const logAgentIn = async (origin, credentials) => {
  const answer = await fetch(`${origin}/admin/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(credentials) });
  const { data } = await answer.json();
  if (!data?.token) throw new Error(`The bench's agent could not log in (${answer.status}).`);
  return { authorization: `Bearer ${data.token}` };
};
