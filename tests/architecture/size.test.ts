import ts from 'typescript';
import { linesOf, nodesOf, placeOf, sources } from './sources';

interface Measured {
  place: string;
  lines: number;
}
const longest = (measured: Measured[]): string[] => measured.toSorted((one, other) => other.lines - one.lines).map(({ place, lines }) => `${lines} lines: ${place}`);
const above = (measured: Measured[], limit: number): Measured[] => measured.filter(({ lines }) => lines > limit);

type FunctionWithBody = ts.FunctionLikeDeclaration & { body: ts.Node };
const isFunction = (node: ts.Node): node is FunctionWithBody => ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
const span = (node: ts.Node): number => {
  const at = (position: number): number => node.getSourceFile().getLineAndCharacterOfPosition(position).line;
  return at(node.end) - at(node.getStart()) + 1;
};

const objectOf = ({ body }: FunctionWithBody): ts.ObjectLiteralExpression | undefined => {
  const last = ts.isBlock(body) ? body.statements.at(-1) : undefined;
  const answer = last && ts.isReturnStatement(last) ? last.expression : body;
  const bare = answer && ts.isParenthesizedExpression(answer) ? answer.expression : answer;
  return bare && ts.isObjectLiteralExpression(bare) ? bare : undefined;
};
const holdsFunctions = (object: ts.ObjectLiteralExpression): boolean =>
  object.properties.some((each) => ts.isMethodDeclaration(each) || ts.isShorthandPropertyAssignment(each) || (ts.isPropertyAssignment(each) && isFunction(each.initializer)));
const isDescribed = ({ parent }: ts.Node): boolean => ts.isCallExpression(parent) && /^describe\b/.test(parent.expression.getText());

/** A service's factory, a hook that answers functions and a `describe` are a place where functions stand, not a thought. */
const isHolder = (node: FunctionWithBody): boolean => isDescribed(node) || (objectOf(node) !== undefined && holdsFunctions(objectOf(node)!));

const innerFunctions = (node: ts.Node): FunctionWithBody[] => {
  const found: FunctionWithBody[] = [];
  ts.forEachChild(node, (child) => void found.push(...(isFunction(child) ? [child] : innerFunctions(child))));
  return found;
};
/** Lines of a function. A holder's inner functions are measured by themselves, so only its other lines are its own. */
const lengthOf = (node: FunctionWithBody): number => (isHolder(node) ? span(node) - innerFunctions(node).reduce((sum, inner) => sum + span(inner) - 1, 0) : span(node));

describe('files', () => {
  const measured = sources.map((place) => ({ place, lines: linesOf(place) }));
  test('have at most 250 lines', () => expect(longest(above(measured, 250))).toEqual([]));
  test('have at most 150 lines but for one in ten', () => {
    const long = above(measured, 150);
    expect(long.length > measured.length / 10 ? longest(long) : []).toEqual([]);
  });
});

describe('functions', () => {
  const measured = sources.flatMap(nodesOf).filter(isFunction).map((node) => ({ place: placeOf(node), lines: lengthOf(node) }));
  test('have at most 60 lines', () => expect(longest(above(measured, 60))).toEqual([]));
  test('have at most 25 lines but for one in twenty', () => {
    const long = above(measured, 25);
    expect(measured.length).toBeGreaterThan(1000);
    expect(long.length > measured.length / 20 ? longest(long) : []).toEqual([]);
  });
});

test('pages load, act and render within 60 lines', () => {
  const pages = sources.filter((file) => file.startsWith('site/src/pages/')).map((place) => ({ place, lines: linesOf(place) }));
  expect(pages.length).toBeGreaterThan(10);
  expect(longest(above(pages, 60))).toEqual([]);
});
