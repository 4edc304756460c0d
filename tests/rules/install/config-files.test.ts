import ts from 'typescript';
import { withProperty, withoutProperty } from '../../../plugin/cli/install/config-text';
import { withVariables, withoutVariables } from '../../../plugin/cli/install/lines';
import { pluginProperty, serverProperties } from '../../../plugin/cli/install/portal-settings';

/** Files as people have them, by what is special about them. */
const files: [what: string, text: string][] = [
  ['as the generator writes it in TypeScript', "import type { Core } from '@strapi/strapi';\n\nconst config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({\n  upload: {\n    config: {},\n  },\n});\n\nexport default config;\n"],
  ['as the generator writes it in JavaScript, without env', 'module.exports = () => ({\n  upload: {\n    config: {},\n  },\n});\n'],
  ['without a comma behind the last', 'module.exports = ({ env }) => ({\n  upload: { config: { sizeLimit: 1 } }\n});\n'],
  ['with a remark behind the last', 'module.exports = ({ env }) => ({\n  a: { enabled: true },\n  upload: { enabled: true } // ours, see above\n})\n'],
  ['that is a plain object', "export default {\n\t'users-permissions': { config: {} },\n};\n"],
  ['that says satisfies', "export default (({ env }) => ({\n  graphql: { enabled: env.bool('G', true) },\n})) satisfies unknown;\n"],
  ['that works something out first', "module.exports = ({ env }) => {\n  const isLive = env('NODE_ENV') === 'production';\n  const plugins = {\n    graphql: { enabled: !isLive },\n  };\n  return plugins;\n};\n"],
  ['of one line', 'module.exports = { graphql: true };\n'],
  ['with nothing in it', 'module.exports = ({ env }) => ({});\n'],
  ['with the line ends of Windows', 'module.exports = ({ env }) => ({\r\n  graphql: { enabled: true },\r\n});\r\n'],
];

const evaluated = (text: string, read: (name: string, otherwise?: unknown) => unknown = (_name, otherwise) => otherwise): Record<string, unknown> => {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
  const module = { exports: {} as unknown };
  const env = Object.assign(read, { bool: (_name: string, otherwise: boolean) => otherwise });
  new Function('module', 'exports', outputText)(module, module.exports);
  const answered = (module.exports as { default?: unknown }).default ?? module.exports;
  return (typeof answered === 'function' ? answered({ env }) : answered) as Record<string, unknown>;
};

test.each(files)('a file %s gets the portal, keeps what it had, and is as before when the portal goes', (_what, text) => {
  const changed = withProperty(ts, 'plugins.ts', text, pluginProperty)!;
  expect(evaluated(changed)).toEqual({ ...evaluated(text), portal: { enabled: true, config: { brand: 'Help', mail: { transport: 'mailbox', from: 'support@localhost' }, encryption: { secret: '' } } } });
  expect(withProperty(ts, 'plugins.ts', changed, pluginProperty)).toBe(changed);
  const removed = withoutProperty(ts, 'plugins.ts', changed, pluginProperty);
  expect(removed.kind).toBe('removed');
  if (removed.kind === 'removed' && text.includes('\n  ')) expect(removed.text).toBe(text);
  if (removed.kind === 'removed') expect(evaluated(removed.text)).toEqual(evaluated(text));
});

test('somebody who sets the way of his mails gets it, in a file that takes env and in one that does not', () => {
  const written = files.slice(0, 2).map(([, text]) => withProperty(ts, 'plugins.ts', text, pluginProperty)!);
  const ways = (mode: string, way: string): unknown[] => {
    const before = { ...process.env };
    Object.assign(process.env, { NODE_ENV: mode, PORTAL_MAIL: way });
    try {
      return written.map((text) => (evaluated(text, (name, otherwise) => process.env[name] || otherwise).portal as { config: { mail: { transport: string } } }).config.mail.transport);
    } finally {
      for (const name of ['NODE_ENV', 'PORTAL_MAIL']) if (before[name] === undefined) delete process.env[name];
      Object.assign(process.env, before);
    }
  };
  expect([ways('development', ''), ways('production', ''), ways('production', 'mailbox'), ways('development', 'email')]).toEqual([['mailbox', 'mailbox'], ['email', 'email'], ['mailbox', 'mailbox'], ['email', 'email']]);
});

test.each([
  ['answers one of two objects', 'module.exports = ({ env }) => {\n  if (env("A")) return { a: true };\n  return { b: true };\n};\n'],
  ['hands its object to a function', 'module.exports = merge({ a: true }, require("./more"));\n'],
  ['takes its object from elsewhere', "import plugins from './somewhere';\nexport default plugins;\n"],
  ['cannot be read', 'module.exports = ({ env }) => ({\n'],
])('a file that %s is left alone', (_what, text) => {
  expect(withProperty(ts, 'plugins.ts', text, pluginProperty)).toBeNull();
});

test('what somebody changed of it since is left to him', () => {
  const changed = withProperty(ts, 'plugins.ts', files[0]![1], pluginProperty)!.replace("'Help'", "'Northwind'");
  expect(withoutProperty(ts, 'plugins.ts', changed, pluginProperty)).toEqual({ kind: 'changed' });
});

test('a server that says its address already keeps its own', () => {
  const text = "module.exports = ({ env }) => ({\n  host: env('HOST', ''),\n  url: 'https://example.com',\n});\n";
  const changed = serverProperties.reduce((before, property) => withProperty(ts, 'server.ts', before, property)!, text);
  expect(evaluated(changed)).toEqual({ host: '', url: 'https://example.com', proxy: { koa: false } });
});

test('variables are added once, a chosen value and the secret stay', () => {
  const before = 'PORT=1337\nMAIL_FROM=help@example.com';
  const added = withVariables(before);
  expect(added).toMatch(/^PORT=1337\nMAIL_FROM=help@example\.com\n\n# Customer portal\nPORTAL_BRAND=Help\nPORTAL_ENCRYPTION_SECRET=[\w-]{43}\n$/);
  expect(withVariables(added)).toBe(added);
  expect(withoutVariables(added)).toMatch(/^PORT=1337\nMAIL_FROM=help@example\.com\n\n# Customer portal\nPORTAL_ENCRYPTION_SECRET=[\w-]{43}\n$/);
  const example = withVariables('PORT=1337\n', { isExample: true });
  expect([example.includes('PORTAL_ENCRYPTION_SECRET=tobemodified'), withoutVariables(example, { isExample: true })]).toEqual([true, 'PORT=1337\n']);
});
