import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StrapiProject } from '../strapi-project';
import type { TypeScript } from './config-object';
import { withProperty, type Property } from './config-text';
import { withIgnoredFolder, withVariables } from './lines';
import { ignoredFolder, pluginProperty, serverProperties, variables } from './portal-settings';

/** A file as it is (null: not there) and as it is to be. `file` is relative to the project. */
export interface FileChange {
  file: string;
  before: string | null;
  after: string;
  what: string;
}
/** What somebody has to write himself, and why this does not. */
export interface LeftToDo {
  file: string;
  why: string;
  lines: string;
}
export interface Plan {
  changes: FileChange[];
  left: LeftToDo[];
}

/** The text of a file of the project; null where it is not there. */
export const textOf = ({ folder }: StrapiProject, file: string): string | null => {
  const place = path.join(folder, file);
  return existsSync(place) ? readFileSync(place, 'utf8') : null;
};

/** Where a part of Strapi's configuration stands, whether it does already or not. */
export const configFile = (project: StrapiProject, name: string): string => {
  const known = ['ts', 'js', 'mjs', 'cjs', 'json'].map((ending) => `config/${name}.${ending}`).find((file) => textOf(project, file) !== null);
  return known ?? `config/${name}.${project.isTypeScript ? 'ts' : 'js'}`;
};

const emptyConfig = ({ isTypeScript }: StrapiProject, kind: string): string =>
  isTypeScript
    ? `import type { Core } from '@strapi/strapi';\n\nconst config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.${kind} => ({});\n\nexport default config;\n`
    : 'module.exports = ({ env }) => ({});\n';

const planConfig = (ts: TypeScript, project: StrapiProject, name: string, kind: string, properties: Property[]): Plan => {
  const file = configFile(project, name);
  const before = textOf(project, file);
  let after = before ?? emptyConfig(project, kind);
  const left: LeftToDo[] = [];
  for (const property of properties) {
    const changed = withProperty(ts, file, after, property);
    if (changed === null) left.push({ file, why: 'It is built in a way that only its author can change safely.', lines: `${property.write(false)},` });
    else after = changed;
  }
  const added = properties.filter(({ name: key }) => !left.some(({ lines }) => lines.startsWith(`${key}:`))).map(({ name: key }) => `"${key}"`);
  return { changes: after === before || added.length === 0 ? [] : [{ file, before, after, what: `the ${added.length === 1 ? 'key' : 'keys'} ${added.join(' and ')}` }], left };
};

/** Middlewares of Strapi without which the portal's API cannot read what it is sent. */
const needed = ['strapi::errors', 'strapi::query', 'strapi::body'];

const planMiddlewares = (project: StrapiProject): Plan => {
  const file = configFile(project, 'middlewares');
  const text = textOf(project, file);
  const missing = text === null ? [] : needed.filter((name) => !text.includes(name));
  const why = 'The order of the chain is yours; the portal’s API cannot do without these.';
  return { changes: [], left: missing.length === 0 ? [] : [{ file, why, lines: missing.map((name) => `'${name}',`).join('\n') }] };
};

const planLines = (project: StrapiProject): FileChange[] => {
  const names = variables.map(({ name }) => name).join(', ');
  const lines: [file: string, what: string, write: (text: string) => string][] = [
    ['.env', `${names}: a secret is made for this project`, (text) => withVariables(text)],
    ['.env.example', `${names}: without the secret`, (text) => withVariables(text, { isExample: true })],
    ['.gitignore', `${ignoredFolder}, where customers’ files are kept`, withIgnoredFolder],
  ];
  return lines.flatMap(([file, what, write]) => {
    const before = textOf(project, file);
    const after = before === null ? null : write(before);
    return after === null || after === before ? [] : [{ file, before, after, what }];
  });
};

const planEnvironment = (project: StrapiProject): LeftToDo[] => {
  const missing = textOf(project, '.env') === null ? variables.filter(({ name }) => !process.env[name]) : [];
  const lines = missing.map(({ name, value, secret }) => `${name}=${secret ? '<at least 32 characters that nobody can guess>' : value}`).join('\n');
  return missing.length === 0 ? [] : [{ file: 'the environment of the server', why: 'There is no file .env here.', lines }];
};

/** What `portal install` would do to the files of this project. Reads only. */
export const planOf = (ts: TypeScript, project: StrapiProject): Plan => {
  const parts = [planConfig(ts, project, 'plugins', 'Plugin', [pluginProperty]), planConfig(ts, project, 'server', 'Server', serverProperties), planMiddlewares(project), { changes: planLines(project), left: planEnvironment(project) }];
  return { changes: parts.flatMap(({ changes }) => changes), left: parts.flatMap(({ left }) => left) };
};
