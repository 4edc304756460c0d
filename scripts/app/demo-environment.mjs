import { localSecrets } from '../environment.mjs';

/**
 * Environment of the demo. Not `production`: there Strapi sets admin cookies that browsers refuse over
 * plain http. Only this machine can reach it, because everybody knows its passwords; HOST changes that.
 */
export const setDemoEnvironment = () => {
  const port = process.env.PORT ?? '1337';
  const demo = { NODE_ENV: 'demo', PORTAL_MAIL: 'mailbox', PORT: port, HOST: '127.0.0.1', PUBLIC_URL: `http://localhost:${port}`, STRAPI_TELEMETRY_DISABLED: 'true' };
  for (const [name, value] of Object.entries({ ...demo, ...localSecrets() })) process.env[name] ??= value;
};
