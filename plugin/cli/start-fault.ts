import type { Finding } from '../contracts/doctor';

interface Known {
  name: Finding['name'];
  is: RegExp;
  mend: string;
}
/** Why Strapi does not start, by what it says; the last one fits everything. */
const known: Known[] = [
  { name: 'secrets', is: /missing (jwt|admin)|(jwt ?secret|auth\.secret|apiToken\.salt|app\.keys|app keys)/i, mend: 'Set the secret that it names to the output of "openssl rand -base64 32".' },
  { name: 'database', is: /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|Knex:|SQLITE_|no pg_hba|password authentication|database ".*" does not exist|unable to open database|terminating connection/i, mend: 'See that the database of config/database runs, that this machine reaches it, and that name, user and password are right (DATABASE_URL, or DATABASE_FILENAME in a folder that can be written).' },
  { name: 'runtime', is: /./, mend: 'Mend what it says, then look again.' },
];

const said = (error: unknown): string => {
  const { message = '', code = '', errors } = error as { message?: string; code?: string; errors?: unknown[] };
  return [message, message.includes(code) ? '' : code, message === '' && errors?.length ? said(errors[0]) : ''].filter(Boolean).join(' ') || String(error);
};

/** What keeps Strapi from starting, as the one finding there can be then. */
export const startFault = (error: unknown): Finding => {
  const reason = said(error);
  const { name, mend } = known.find(({ is }) => is.test(reason)) ?? known.at(-1)!;
  return { name, state: 'broken', found: `Strapi does not start: ${reason.trim().slice(0, 2000)}`, mend };
};
