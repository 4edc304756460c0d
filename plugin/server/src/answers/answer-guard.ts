import type { AnswerSentence } from '../../../contracts/answers';
import type { ReadablePassage } from '../knowledge/services/article-passages';
import type { KeptSource } from './rows';
import { checkedSentence } from './sentence-check';
import type { TermsOf } from './sentence-check';
import { sentenceCutter } from './sentences';

const mostSentences = 8;

/**
 * Stands between the model and the reader: text goes in as it arrives, and only sentences that were checked come
 * out. Sources are numbered in the order in which they are first cited.
 */
export const answerGuard = (passages: ReadablePassage[], language: string, termsOf: TermsOf) => {
  const cutter = sentenceCutter(language);
  const order: number[] = [];
  const released: AnswerSentence[] = [];

  const release = (sentences: string[]): AnswerSentence[] =>
    sentences.flatMap((sentence) => {
      const checked = released.length < mostSentences ? checkedSentence(sentence, passages, termsOf) : null;
      if (!checked) return [];
      for (const place of checked.passages) if (!order.includes(place)) order.push(place);
      const told = { text: checked.text, citations: checked.passages.map((place) => order.indexOf(place) + 1).sort((one, other) => one - other) };
      released.push(told);
      return [told];
    });

  return {
    /** Sentences that may be shown now. */
    add: (piece: string): AnswerSentence[] => release(cutter.add(piece)),
    /** The last ones, when the model has ended. */
    end: (): AnswerSentence[] => release(cutter.end()),
    /** All that came out. */
    sentences: (): AnswerSentence[] => released,
    /** What they stand on. */
    sources: (): KeptSource[] =>
      order.flatMap((place, index) => {
        const passage = passages[place];
        if (!passage) return [];
        const { document, slug, title, heading, anchor, language: written } = passage;
        return [{ n: index + 1, document, slug, title, heading, anchor, language: written }];
      }),
  };
};
