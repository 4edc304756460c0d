import type ts from 'typescript';

export type TypeScript = typeof ts;

/** The object that a configuration file of Strapi gives, and whether `env` can be called in it. */
export interface ConfigObject {
  object: ts.ObjectLiteralExpression;
  hasEnv: boolean;
  source: ts.SourceFile;
}

const bare = (ts: TypeScript, node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isTypeAssertionExpression(node) ? bare(ts, node.expression) : node;

const isModuleExports = (ts: TypeScript, node: ts.Node): node is ts.ExpressionStatement & { expression: ts.BinaryExpression } =>
  ts.isExpressionStatement(node) && ts.isBinaryExpression(node.expression) && node.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken && node.expression.left.getText() === 'module.exports';

const exported = (ts: TypeScript, source: ts.SourceFile): ts.Expression | null => {
  const found = source.statements.flatMap((statement) => {
    if (ts.isExportAssignment(statement)) return [statement.expression];
    return isModuleExports(ts, statement) ? [statement.expression.right] : [];
  });
  return found.length === 1 ? found[0]! : null;
};

/** What a name stands for, where it is a constant of these statements that nothing else is done to. */
const meaningOf = (ts: TypeScript, node: ts.Expression, statements: readonly ts.Statement[]): ts.Expression => {
  const value = bare(ts, node);
  if (!ts.isIdentifier(value)) return value;
  const declarations = statements.flatMap((statement) => (ts.isVariableStatement(statement) && statement.declarationList.flags & ts.NodeFlags.Const ? [...statement.declarationList.declarations] : []));
  const initializer = declarations.find(({ name }) => name.getText() === value.text)?.initializer;
  return initializer ? bare(ts, initializer) : value;
};

const ownReturns = (ts: TypeScript, node: ts.Node): number => {
  if (ts.isReturnStatement(node)) return 1;
  if (ts.isFunctionLike(node)) return 0;
  let sum = 0;
  ts.forEachChild(node, (child) => {
    sum += ownReturns(ts, child);
  });
  return sum;
};

/** What a function answers, where it answers one thing only, at its end. */
const answerOf = (ts: TypeScript, { body }: ts.ArrowFunction | ts.FunctionExpression): ts.Expression | null => {
  if (!ts.isBlock(body)) return bare(ts, body);
  const last = body.statements.at(-1);
  if (!last || !ts.isReturnStatement(last) || !last.expression || ownReturns(ts, body) !== 1) return null;
  return meaningOf(ts, last.expression, body.statements);
};

const takesEnv = (ts: TypeScript, { parameters }: ts.ArrowFunction | ts.FunctionExpression): boolean => {
  const pattern = parameters[0]?.name;
  return pattern !== undefined && ts.isObjectBindingPattern(pattern) && pattern.elements.some(({ name, propertyName }) => !propertyName && name.getText() === 'env');
};

/** Finds the object in the text of a configuration file. Null where the file is built in a way that only its author can change safely. */
export const findConfigObject = (ts: TypeScript, file: string, text: string): ConfigObject | null => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  if ((source as ts.SourceFile & { parseDiagnostics?: unknown[] }).parseDiagnostics?.length) return null;
  const value = exported(ts, source);
  if (!value) return null;
  const meant = meaningOf(ts, value, source.statements);
  const isFunction = ts.isArrowFunction(meant) || ts.isFunctionExpression(meant);
  const object = isFunction ? answerOf(ts, meant) : meant;
  return object && ts.isObjectLiteralExpression(object) ? { object, hasEnv: isFunction && takesEnv(ts, meant), source } : null;
};

/** The property of that name, whether quoted or not. */
export const propertyNamed = (ts: TypeScript, object: ts.ObjectLiteralExpression, name: string): ts.ObjectLiteralElementLike | undefined =>
  object.properties.find((property) => property.name !== undefined && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) && property.name.text === name);
