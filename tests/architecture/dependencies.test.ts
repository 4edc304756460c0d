import { builtinModules } from 'node:module';
import ts from 'typescript';
import { nodesOf, placeOf, read, under } from './sources';

interface Package {
  devDependencies: Record<string, string>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}
const plugin = JSON.parse(read('plugin/package.json')) as Package;
/** What npm gives to whoever installs the package; development packages are not among it. */
const given = [...Object.keys(plugin.dependencies), ...Object.keys(plugin.peerDependencies)];
/** What the build of the admin's part puts into its own files. */
const builtIn = Object.keys(plugin.devDependencies);

const namesType = ({ importClause }: ts.ImportDeclaration): boolean => {
  if (!importClause || importClause.isTypeOnly) return importClause !== undefined;
  const { name, namedBindings } = importClause;
  return name === undefined && namedBindings !== undefined && ts.isNamedImports(namedBindings) && namedBindings.elements.length > 0 && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
};

const isLoading = ({ expression }: ts.CallExpression): boolean => expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(expression) && expression.text === 'require');

/** The module that a node loads when it runs; types are gone by then. */
const loadedBy = (node: ts.Node): ts.Expression | undefined => {
  if (ts.isImportDeclaration(node)) return namesType(node) ? undefined : node.moduleSpecifier;
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : node.moduleSpecifier;
  return ts.isCallExpression(node) && isLoading(node) ? node.arguments[0] : undefined;
};

const packageOf = (module: string): string => module.split('/').slice(0, module.startsWith('@') ? 2 : 1).join('/');
const isForeign = (module: string): boolean => !/^[./]|^node:/.test(module) && !builtinModules.includes(packageOf(module));

const loaded = (start: string): [place: string, name: string][] =>
  under(start)
    .flatMap(nodesOf)
    .flatMap((node) => {
      const module = loadedBy(node);
      return module && ts.isStringLiteralLike(module) && isForeign(module.text) ? [[placeOf(node), packageOf(module.text)] as [string, string]] : [];
    });

test.each([
  ['plugin/server/src/', given],
  ['plugin/contracts/', given],
  ['plugin/cli/', given],
  ['plugin/bin/', given],
  ['plugin/admin/src/', [...given, ...builtIn]],
])('whatever %s loads, the package of the plugin brings along or asks its host for', (start, there) => {
  expect(loaded(start).filter(([, name]) => !there.includes(name))).toEqual([]);
});

test('that looks at something', () => expect(new Set(loaded('plugin/server/src/').map(([, name]) => name)).size).toBeGreaterThan(25));

test('nothing is a dependency of the plugin that none of it loads', () => {
  const used = new Set(['plugin/server/src/', 'plugin/admin/src/', 'plugin/contracts/', 'plugin/cli/'].flatMap(loaded).map(([, name]) => name));
  expect(Object.keys(plugin.dependencies).filter((name) => !used.has(name))).toEqual([]);
});
