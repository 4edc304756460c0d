import { blankedOut, findSecrets } from '../../../../contracts/secrets';
import type { Redaction, SecretKind } from '../../../../contracts/secrets';
import { fieldError, refuseFields } from '../../platform/validate';

/** Words that go, and what stands in their place. */
export interface Literal {
  words: string;
  instead: string;
  kind: SecretKind | 'words';
}

const literal = (kind: Literal['kind'], words: string): Literal => ({ kind, words, instead: blankedOut(kind, words) });

/** Everything in a text that looks secret, also what only shows itself once another is gone. */
export const secretLiterals = (text: string): Literal[] => {
  const found: Literal[] = [];
  for (let [rest, rounds] = [text, 0]; rounds < 20; rounds += 1) {
    const secrets = findSecrets(rest);
    if (secrets.length === 0) return found;
    for (const { kind, start, end } of secrets) found.push(literal(kind, rest.slice(start, end)));
    for (const { words, instead } of found) rest = rest.replaceAll(words, instead);
  }
  return found;
};

/** Those words that a text has. */
export const chosenLiterals = (words: string[], text: string): Literal[] => [...new Set(words)].filter((each) => text.includes(each)).map((each) => literal('words', each));

/** What is to go from a text: the chosen words, or without any what looks secret; 400 at `words` where it has none of them. */
export const wantedLiterals = ({ words }: Redaction, text: string): Literal[] => {
  const literals = words.length > 0 ? chosenLiterals(words, text) : secretLiterals(text);
  return literals.length > 0 ? literals : refuseFields([fieldError('words', words.length > 0 ? 'not_allowed' : 'required')]);
};

const shortestLine = 8;
/** A quote in a mail has a mark before each line, so words of several lines go line by line, too. */
export const byLine = (literals: Literal[]): Literal[] =>
  literals.flatMap((each) => {
    const lines = each.words.split('\n').map((line) => line.trim()).filter((line) => line.length >= shortestLine);
    return lines.length > 1 ? [each, ...lines.map((words) => ({ kind: each.kind, words, instead: blankedOut('words', words) }))] : [each];
  });

/** A text without these words; the longest first, so that none is cut in its middle. */
export const without = (text: string, literals: Literal[]): string =>
  literals.toSorted((one, other) => other.words.length - one.words.length).reduce((rest, { words, instead }) => rest.replaceAll(words, instead), text);
