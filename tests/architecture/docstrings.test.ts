import ts from 'typescript';
import { parse, placeOf, under } from './sources';

const isExported = (node: ts.HasModifiers): boolean => (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
const isFunctionLike = (node: ts.Node | undefined): boolean => node !== undefined && (ts.isArrowFunction(node) || ts.isFunctionExpression(node));

/** Exported functions that have no docstring right above them. */
const silent = (file: string): ts.Statement[] =>
  parse(file).statements.filter((statement) => {
    const declares = ts.isFunctionDeclaration(statement) || (ts.isVariableStatement(statement) && statement.declarationList.declarations.some(({ initializer }) => isFunctionLike(initializer)));
    return declares && isExported(statement as ts.FunctionDeclaration | ts.VariableStatement) && ts.getJSDocCommentsAndTags(statement).length === 0;
  });

test.each([
  ['the server', 'plugin/server/src/'], ['the contracts', 'plugin/contracts/'], ['the desk', 'plugin/admin/src/'], ['the command line', 'plugin/cli/'],
  ['the site', 'site/'], ['scripts', 'scripts/'], ['configuration and seeds', 'database/'], ['what tests share', 'tests/support/'],
])('in %s every exported function says what it promises', (_name, folder) => {
  expect(under(folder).flatMap(silent).map(placeOf)).toEqual([]);
});
