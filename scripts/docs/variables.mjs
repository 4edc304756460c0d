import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `env` of Strapi that knows no variable, but for one that it answers with a value of its own. */
const envOf = (asked, named) => {
  const answer = (name, standard, own) => {
    asked.add(name);
    return name === named ? own : standard;
  };
  const env = (name, standard) => answer(name, standard, '7');
  return Object.assign(env, {
    int: (name, standard) => answer(name, standard, 7),
    bool: (name, standard) => answer(name, standard, !standard),
    array: (name, standard) => answer(name, standard, ['7']),
    json: (name, standard) => answer(name, standard, { named: true }),
  });
};

/** The paths at which two values differ. */
const differences = (one, other, at = '') => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) || Array.isArray(other)) return JSON.stringify(one) === JSON.stringify(other) ? [] : [at];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  // What a variable fills as JSON is the object, not what stands in it.
  if ('named' in other) return [at];
  return keys.flatMap((key) => differences(one[key], other[key], at ? `${at}.${key}` : key));
};

/** Which variable of the environment sets which key, found by setting each and looking at what `config/plugins.ts` makes of it. */
export const variablesByKey = async (plugins) => {
  const folders = [1, 2].map(() => mkdtempSync(path.join(tmpdir(), 'portal-docs-')));
  const configured = (env, folder) => {
    process.env.PORTAL_DATA_DIR = folder;
    return plugins({ env }).portal.config;
  };
  const asked = new Set();
  const plain = configured(envOf(asked, null), folders[0]);
  // A variable may be asked for only once another is there.
  for (const name of [...asked]) configured(envOf(asked, name), folders[0]);
  const found = [...asked].flatMap((name) => differences(plain, configured(envOf(asked, name), folders[0])).map((key) => [key, name]));
  const moved = differences(plain, configured(envOf(asked, null), folders[1])).map((key) => [key, 'PORTAL_DATA_DIR']);
  for (const folder of folders) rmSync(folder, { recursive: true });
  return Object.fromEntries([...found, ...moved]);
};
