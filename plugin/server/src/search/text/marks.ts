import type { Analyser, Term } from './analyser';

/** Words of the asked terms in a text with their offsets: in order, not overlapping, always inside it. */
export const markedTerms = (analyser: Analyser, text: string, asked: ReadonlySet<string>): Term[] => analyser.terms(text).filter(({ term }) => asked.has(term));
