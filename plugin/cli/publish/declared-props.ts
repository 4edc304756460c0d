import type ts from 'typescript';
import type { TypeScript } from '../install/config-object';

const frontmatterOf = (text: string): string => /^---\r?\n([\s\S]*?)^---\s*$/m.exec(text)?.[1] ?? '';

const isProps = (ts: TypeScript, node: ts.Statement): node is ts.InterfaceDeclaration | ts.TypeAliasDeclaration => (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) && node.name.text === 'Props';

/**
 * What a component declares that it takes (`interface Props` or `type Props` in its frontmatter), written in one way:
 * remarks and spaces are no change. Null where it declares nothing.
 */
export const declaredProps = (ts: TypeScript, file: string, text: string): string | null => {
  if (!file.endsWith('.astro')) return null;
  const source = ts.createSourceFile('frontmatter.ts', frontmatterOf(text), ts.ScriptTarget.Latest, true);
  const declared = source.statements.find((statement) => isProps(ts, statement));
  return declared ? ts.createPrinter({ removeComments: true }).printNode(ts.EmitHint.Unspecified, declared, source) : null;
};
