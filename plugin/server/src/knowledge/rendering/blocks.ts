import type { Element, ElementContent, Root } from 'hast';
import { element } from './tree';

/** Content of Strapi's block editor, of which nothing is believed: it is JSON that anybody with the right could have sent. */
type Block = Record<string, unknown>;

const deepest = 24;
const isBlock = (value: unknown): value is Block => typeof value === 'object' && value !== null && !Array.isArray(value);
const childrenOf = (block: Block): Block[] => (Array.isArray(block.children) ? block.children.filter(isBlock) : []);
const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const marks: [name: string, tag: string][] = [['code', 'code'], ['bold', 'strong'], ['italic', 'em'], ['underline', 'u'], ['strikethrough', 'del']];

const marked = (block: Block): ElementContent[] => {
  const lines = textIn(block.text).split('\n');
  const plain = lines.flatMap((value, index): ElementContent[] => [...(index > 0 ? [element('br', {}, [])] : []), { type: 'text', value }]);
  return marks.filter(([name]) => block[name] === true).reduce<ElementContent[]>((inner, [, tag]) => [element(tag, {}, inner)], plain);
};

const image = (block: Block): Element[] => {
  const picture = isBlock(block.image) ? block.image : {};
  return [element('p', {}, [element('img', { src: textIn(picture.url), alt: textIn(picture.alternativeText) }, [])])];
};

const code = (block: Block): Element => {
  const language = textIn(block.language);
  const text = childrenOf(block).map((child) => textIn(child.text)).join('');
  return element('pre', {}, [element('code', language ? { className: [`language-${language}`] } : {}, [{ type: 'text', value: text }])]);
};

const headingTag = (level: unknown): string => `h${Math.min(6, Math.max(1, Math.trunc(Number(level)) || 2))}`;

const toElements = (block: Block, depth: number): ElementContent[] => {
  if (depth > deepest) return [];
  const inner = (): ElementContent[] => childrenOf(block).flatMap((child) => toElements(child, depth + 1));
  switch (block.type) {
    case 'text':
      return marked(block);
    case 'link':
      return [element('a', { href: textIn(block.url) }, inner())];
    case 'paragraph':
      return [element('p', {}, inner())];
    case 'heading':
      return [element(headingTag(block.level), {}, inner())];
    case 'quote':
      return [element('blockquote', {}, [element('p', {}, inner())])];
    case 'list':
      return [element(block.format === 'ordered' ? 'ol' : 'ul', {}, inner())];
    case 'list-item':
      return [element('li', {}, inner())];
    case 'code':
      return [code(block)];
    case 'image':
      return image(block);
    default:
      return [];
  }
};

/** The tree of a block editor's content; what is no block that Strapi knows is left out, as is what nests deeper than 24 levels. */
export const treeOfBlocks = (content: unknown): Root => ({ type: 'root', children: (Array.isArray(content) ? content.filter(isBlock).slice(0, 5000) : []).flatMap((block) => toElements(block, 0)) });

/** True when there is something to read in it; an emptied editor leaves one empty paragraph. */
export const isFilled = (content: unknown): boolean => {
  const open: unknown[] = Array.isArray(content) ? [...(content as unknown[])] : [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isBlock(next)) continue;
    if (next.type === 'image' || textIn(next.text).trim() !== '') return true;
    open.push(...childrenOf(next));
  }
  return false;
};
