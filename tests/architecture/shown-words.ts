import ts from 'typescript';

/** A piece of a page as Astro's parser tells it: nodes of ESTree and JSX, told apart by `type`. */
export interface Piece {
  type: string;
  start: number;
  [key: string]: unknown;
}
/** A text that stands in the source and is shown as it is. */
export interface ShownText {
  text: string;
  start: number;
}

/** Attributes that are read: those of HTML, and the props of components that end up on the page. */
const readable = /^(aria-label|alt|title|placeholder|label|lead|text|hint|summary|caption|meta|heading|description|error|subtitle|emptyText)$/;
const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text);
const isPiece = (value: unknown): value is Piece => typeof value === 'object' && value !== null && typeof (value as Piece).type === 'string';
const piecesIn = (value: unknown): Piece[] => (Array.isArray(value) ? value : [value]).filter(isPiece);

const shownIfWord = (text: unknown, { start }: Piece): ShownText[] => (typeof text === 'string' && hasWord(text) ? [{ text: text.trim(), start }] : []);

/** Which parts of an expression become what is shown: not what is compared, nor what is handed to a function. */
const shownParts: Record<string, (piece: Piece) => unknown[]> = {
  JSXElement: ({ openingElement, children }) => [openingElement, children],
  JSXFragment: ({ children }) => [children],
  JSXOpeningElement: ({ attributes }) => [piecesIn(attributes).filter(({ name, value }) => isPiece(name) && readable.test(String(name['name'])) && value).map(({ value }) => value)],
  JSXExpressionContainer: ({ expression }) => [expression],
  ConditionalExpression: ({ consequent, alternate }) => [consequent, alternate],
  LogicalExpression: ({ left, right }) => [left, right],
  ArrayExpression: ({ elements }) => [elements],
  TemplateLiteral: ({ quasis, expressions }) => [quasis, expressions],
  ParenthesizedExpression: ({ expression }) => [expression],
  CallExpression: ({ arguments: given }) => [piecesIn(given).filter(({ type }) => type === 'ArrowFunctionExpression')],
  ArrowFunctionExpression: ({ body }) => [body],
  BlockStatement: ({ body }) => [body],
  ReturnStatement: ({ argument }) => [argument],
};

/** The texts that a page of Astro shows as they stand in it. */
export const shownInAstro = (piece: Piece): ShownText[] => {
  if (piece.type === 'JSXElement' && /^(script|style)$/.test(String(((piece['openingElement'] as Piece)['name'] as Piece)['name']))) return [];
  if (piece.type === 'JSXText' || piece.type === 'Literal') return shownIfWord(piece['value'], piece);
  if (piece.type === 'TemplateElement') return shownIfWord((piece['value'] as { cooked: string }).cooked, piece);
  return (shownParts[piece.type]?.(piece) ?? []).flatMap((part) => piecesIn(part).flatMap(shownInAstro));
};

const isShownBy = (node: ts.Node): boolean => {
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return readable.test(parent.name.getText());
  if (ts.isJsxExpression(parent)) return !ts.isJsxAttribute(parent.parent) || readable.test(parent.parent.name.getText());
  if (ts.isConditionalExpression(parent)) return parent.condition !== node && isShownBy(parent);
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind !== ts.SyntaxKind.EqualsEqualsEqualsToken && parent.operatorToken.kind !== ts.SyntaxKind.ExclamationEqualsEqualsToken && isShownBy(parent);
  return (ts.isParenthesizedExpression(parent) || ts.isTemplateExpression(parent) || ts.isTemplateSpan(parent)) && isShownBy(parent);
};

/** Whether a node of React's sources is a text that is shown as it stands there. */
export const isShownInReact = (node: ts.Node): boolean => {
  if (ts.isJsxText(node)) return hasWord(node.text);
  return (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) && hasWord(node.text) && isShownBy(node);
};

const isOfAnError = ({ parent }: ts.Node): boolean => (ts.isNewExpression(parent) && /Error$/.test(parent.expression.getText())) || (ts.isCallExpression(parent) && /^console\./.test(parent.expression.getText()));

/** Whether a node is a sentence in code: more than one word, the first with a capital. What errors say is read by developers. */
export const isSentence = (node: ts.Node): boolean =>
  (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && /^\p{Lu}\p{Ll}*(?: [\p{L}’]+)+/u.test(node.text) && !isOfAnError(ts.isTemplateHead(node) ? node.parent : node) && !ts.isLiteralTypeNode(node.parent);
