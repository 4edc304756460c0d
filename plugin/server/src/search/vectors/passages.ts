import { createHash } from 'node:crypto';
import type { HeldDocument } from '../memory/shard';

const hashesOf = new WeakMap<HeldDocument, string[]>();

/** What of a passage becomes a vector: with the document's title, because a passage alone often does not say what it is about. */
export const textOf = ({ title, passages }: HeldDocument, number: number): string => {
  const { heading, text } = passages[number] ?? { heading: '', text: '' };
  return [title, heading === title ? '' : heading, text].filter((part) => part !== '').join('\n');
};

/** Of each passage the name of its text; the same text has the same name in every document. Kept while the document is. */
export const passageHashes = (document: HeldDocument): string[] => {
  const known = hashesOf.get(document);
  if (known) return known;
  const hashes = document.passages.map((_, number) => createHash('sha256').update(textOf(document, number)).digest('hex').slice(0, 32));
  hashesOf.set(document, hashes);
  return hashes;
};
