import type { Root } from 'hast';
import { treeOfBlocks } from './blocks';
import { boundedSource } from './bounded-source';
import { limitDepth } from './depth';
import { finishTree } from './finish';
import type { Heading } from './finish';
import { libraries } from './libraries';
import type { Libraries } from './libraries';
import { noteWords } from './own-words';
import { safeElements } from './safe-elements';
import { sectionsOf } from './sections';
import type { Section } from './sections';

/** A text as pages and search need it. `html` is safe to show as it is. */
export interface Rendered {
  html: string;
  contents: Heading[];
  sections: Section[];
}

const finished = (tree: Root, language: string, packages: Libraries): Rendered => {
  limitDepth(tree);
  const safe = packages.sanitize(tree, safeElements) as Root;
  const contents = finishTree(safe, language, packages);
  return { html: packages.toHtml(safe), contents, sections: sectionsOf(safe) };
};

/** Renders Markdown with tables, task lists and callouts. HTML in it is left out. Any text is welcome, of any depth. */
export const renderMarkdown = async (source: string, language: string): Promise<Rendered> => {
  const packages = await libraries();
  const { unified, parse, gfm, rehype } = packages;
  const parsed = unified().use(parse).use(gfm).parse(boundedSource(source));
  limitDepth(parsed);
  const tree = unified().use(gfm).use(rehype, noteWords(language)).runSync(parsed) as Root;
  return finished(tree, language, packages);
};

/** Renders what Strapi's block editor keeps, through the same filter. */
export const renderBlocks = async (content: unknown, language: string): Promise<Rendered> => finished(treeOfBlocks(content), language, await libraries());
