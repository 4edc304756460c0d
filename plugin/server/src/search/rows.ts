import type { Row } from '../platform/rows';
import type { ExampleAnswer, SearchDocument, SearchExample, SearchSection } from './types';

export interface DocumentRow extends Row {
  key: string;
  generation: number;
  language: string;
  kind: string | null;
  title: string;
  keywords: string[] | null;
  sections: SearchSection[] | null;
  audiences: string[] | null;
}
export interface ExampleRow extends Row {
  key: string;
  language: string;
  text: string;
  answers: ExampleAnswer[] | null;
}
export interface WordsRow extends Row {
  language: string;
  synonyms: string[][] | null;
  stopWords: string[] | null;
}
export interface ChangeRow extends Row {
  type: 'document' | 'example' | 'words' | 'rebuild';
  key: string;
}
export interface StateRow extends Row {
  name: string;
  generation: number;
  building: number | null;
  builtUntil: string | null;
}

/** The one row of `portal_search_states`. */
export const stateName = 'index';

/** A row as the document that its owner gave. */
export const toDocument = ({ key, language, kind, title, keywords, sections, audiences }: DocumentRow): SearchDocument => ({
  key,
  language,
  title,
  keywords: keywords ?? [],
  sections: sections ?? [],
  audiences: audiences ?? [],
  ...(kind === null ? {} : { kind }),
});

/** A row as the past question that was learned. */
export const toExample = ({ key, language, text, answers }: ExampleRow): SearchExample => ({ key, language, text, answers: answers ?? [] });

/** Columns of a document's row, for the statements that Strapi's query engine cannot say. */
export const documentColumns = (document: SearchDocument, generation: number) => ({
  key: document.key,
  generation,
  language: document.language,
  kind: document.kind ?? null,
  title: document.title,
  keywords: JSON.stringify(document.keywords),
  sections: JSON.stringify(document.sections),
  audiences: JSON.stringify(document.audiences),
});
