import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Where database, files and secrets of this installation are. */
export const dataDirectory = path.resolve(process.env.PORTAL_DATA_DIR ?? path.join(root, 'data'));

const secretNames = ['APP_KEYS', 'ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET'];
const newSecret = (name) => (name === 'APP_KEYS' ? [0, 1].map(() => randomBytes(24).toString('base64')).join(',') : randomBytes(32).toString('base64url'));

/**
 * Secrets for trying things out: made once, kept beside the data (readable by the owner only), so that
 * sessions survive a restart. A deployment sets its own environment instead; see `requireSecrets`.
 */
export const localSecrets = () => {
  const file = path.join(dataDirectory, 'secrets.json');
  fs.mkdirSync(dataDirectory, { recursive: true });
  const known = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  const secrets = Object.fromEntries(secretNames.map((name) => [name, process.env[name] ?? known[name] ?? newSecret(name)]));
  fs.writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
};

/** Stops with the list of what is missing: a deployment must not run on secrets that nobody chose. */
export const requireSecrets = () => {
  const missing = secretNames.filter((name) => !process.env[name]);
  if (missing.length === 0) return;
  console.error(`These environment variables are not set: ${missing.join(', ')}.\nMake each with "openssl rand -base64 32" (APP_KEYS takes two, with a comma) and start again.`);
  process.exit(1);
};

/**
 * How much memory a serving process lets garbage take: left to itself, Node on a large machine grows to twice
 * of what it needs. The part for new things begins as large as it may get: growing into it collects garbage twenty
 * times during a start, a tenth of it. Old things are collected once they have grown by a quarter: V8 alone waits until
 * they have doubled, and keeps the room (docs/decisions/064-memory.md). NODE_OPTIONS with a `--max-old-space-size` of its own wins.
 */
export const servingFlags = /max-old-space-size/.test(process.env.NODE_OPTIONS ?? '') ? [] : ['--min-semi-space-size=16', '--max-semi-space-size=16', '--max-old-space-size=1024', '--heap-growing-percent=25'];

/**
 * glibc gives each thread that asks an arena of its own and hands little of them back: after a load a quarter of
 * the process was such empty memory (486 MB, with two arenas 372). What is larger than 128 KB shall always come from the
 * system and go back to it: without being told, glibc raises that border with each piece. It is read when a process starts. Others ignore it.
 */
export const servingEnvironment = Object.fromEntries(
  Object.entries({ MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }).map(([name, value]) => [name, process.env[name] ?? value]),
);

/** Where Node keeps what it compiled: a server that starts again reads it, which spares it a quarter of its start. */
const compiled = path.join(root, '.cache', 'compiled');

/** Environment for child processes: Node of this project first, and what `more` adds. */
export const childEnvironment = (more = {}) => ({
  NODE_COMPILE_CACHE: compiled,
  ...process.env,
  PATH: [path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
  STRAPI_TELEMETRY_DISABLED: 'true',
  ASTRO_TELEMETRY_DISABLED: '1',
  ...more,
});
