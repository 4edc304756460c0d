import type { Element, ElementContent, Root, RootContent } from 'hast';

type Parent = Root | Element;

/** An element with its children. */
export const element = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({ type: 'element', tagName, properties, children });

/** Replaces each element by what `change` answers, children first; null takes it out. Only for trees of limited depth. */
export const changeElements = (parent: Parent, change: (element: Element) => ElementContent | null): void => {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (child.type !== 'element') {
      children.push(child);
      continue;
    }
    changeElements(child, change);
    const changed = change(child);
    if (changed) children.push(changed);
  }
  parent.children = children;
};

const blocks = new Set(['p', 'li', 'tr', 'pre', 'blockquote', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'br']);

/** The words of a piece of a tree, as plain text with a line for each block. */
export const textOf = (node: RootContent | Root): string => {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' && node.type !== 'root') return '';
  if (node.type === 'element' && node.tagName === 'img') return String(node.properties.alt ?? '');
  // Cells stand beside each other, whatever white space the source has between them.
  const cells = node.type === 'element' && node.tagName === 'tr' ? node.children.filter(({ type }) => type === 'element') : null;
  const inner = cells ? cells.map(textOf).join(' · ') : node.children.map(textOf).join('');
  return node.type === 'element' && blocks.has(node.tagName) ? `${inner}\n` : inner;
};

/** 2 for an `h2`; 0 for what is no heading. */
export const levelOf = (node: RootContent): number => (node.type === 'element' ? Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0) : 0);
