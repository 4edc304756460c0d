import type { Element, Root } from 'hast';
import type { Libraries } from './libraries';
import { calloutOf } from './callouts';
import { boxLabel } from './own-words';
import { changeElements, element, levelOf, textOf } from './tree';

/** A heading of an article, for its table of contents. */
export interface Heading {
  anchor: string;
  title: string;
  level: 2 | 3;
}

// Of another site nothing is loaded but pictures, and those only over TLS.
const isOwnOrTls = (src: unknown): boolean => typeof src === 'string' && (/^https:\/\//i.test(src) || /^\/uploads\/[^\\]*$/.test(src));

const scrolled = (table: Element): Element => element('div', { className: ['table-scroll'], tabIndex: 0 }, [table]);

const fromRight = /^(ar|fa|he|ur)\b/;
const lettersFromRight = /[\u0590-\u08ff]/;

/** A cell of Latin letters and figures alone; among words from the right, `−40 °C` would come out as `C° 40−`. */
const isForeign = (cell: Element, language: string): boolean => fromRight.test(language) && !lettersFromRight.test(textOf(cell));

/** `align` is no attribute of HTML any more; a class says the same. */
const finishCell = (cell: Element, language: string): Element => {
  const { align, ...properties } = cell.properties;
  const named = align === 'right' || align === 'center' ? { className: [`align-${align}`] } : {};
  cell.properties = { ...properties, ...named, ...(isForeign(cell, language) ? { dir: 'ltr' } : {}) };
  return cell;
};

const finishElement = (node: Element, language: string): Element | null => {
  switch (node.tagName) {
    case 'blockquote':
      return calloutOf(node, language);
    case 'table':
      return scrolled(node);
    case 'th':
    case 'td':
      return finishCell(node, language);
    case 'pre':
      node.properties.tabIndex = 0;
      return node;
    case 'img':
      Object.assign(node.properties, { loading: 'lazy', decoding: 'async', alt: node.properties.alt ?? '' });
      return isOwnOrTls(node.properties.src) ? node : null;
    case 'input':
      node.properties.ariaLabel = boxLabel(language, Boolean(node.properties.checked));
      return node;
    case 'a':
      if (/^https?:/i.test(String(node.properties.href ?? ''))) node.properties.rel = ['noopener', 'noreferrer'];
      return node;
    default:
      return node;
  }
};

/**
 * Makes an article's parts of a safe tree: callouts, tables that scroll, headings with anchors. The page has
 * the `h1`, so an author's becomes an `h2`. Answers the headings for the table of contents.
 */
export const finishTree = (tree: Root, language: string, { Slugger }: Libraries): Heading[] => {
  const slugger = new Slugger();
  const headings: Heading[] = [];
  changeElements(tree, (node) => finishElement(node, language));
  changeElements(tree, (node) => {
    if (levelOf(node) === 0) return node;
    if (node.tagName === 'h1') node.tagName = 'h2';
    const title = textOf(node).trim();
    if (title === '') return null;
    // With a prefix, so that no heading takes the name of a part of the page.
    const anchor = `s-${slugger.slug(title).slice(0, 80)}`;
    node.properties.id = anchor;
    const level = levelOf(node);
    if (level === 2 || level === 3) headings.push({ anchor, title, level });
    return node;
  });
  return headings;
};
