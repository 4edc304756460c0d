import type { Root } from 'hast';
import { levelOf, textOf } from './tree';

/** A part of an article under one heading, as plain text: what search finds and shows. */
export interface Section {
  heading: string;
  anchor: string;
  text: string;
}

const tidy = (text: string): string => text.replace(/[ \t]+/g, ' ').replace(/ *\n\s*/g, '\n').trim();

/** Cuts a finished tree at its headings; the words before the first stand under an empty one. */
export const sectionsOf = (tree: Root): Section[] => {
  const sections: Section[] = [{ heading: '', anchor: '', text: '' }];
  for (const node of tree.children) {
    if (node.type === 'doctype') continue;
    if (levelOf(node) > 0 && node.type === 'element') sections.push({ heading: tidy(textOf(node)), anchor: String(node.properties.id ?? ''), text: '' });
    else (sections.at(-1) as Section).text += textOf(node);
  }
  return sections.map(({ text, ...section }) => ({ ...section, text: tidy(text) })).filter(({ heading, text }) => heading !== '' || text !== '');
};
