import type { createStrapi } from '@strapi/strapi';

interface Beside {
  createStrapi: typeof createStrapi;
  /** The one that Strapi reads; Jest gives tests a copy. */
  process: NodeJS.Process;
  /** Its globals; those of a test are Jest's. */
  realm: typeof globalThis;
}

/** What is outside of Jest: see server-environment.cjs. */
export const { createStrapi: createStrapiBeside, process: processBeside, realm: realmBeside } = (globalThis as unknown as { beside: Beside }).beside;

/** Sets the environment of a server; answers how to undo it. */
export const setEnvironment = (values: Record<string, string>): (() => void) => {
  const { env } = processBeside;
  const before = { ...env };
  Object.assign(env, values);
  return () => {
    for (const name of Object.keys(env)) delete env[name];
    Object.assign(env, before);
  };
};
