/** A word of a text as it was written, from offset `from` up to `to`. */
export interface Word {
  word: string;
  from: number;
  to: number;
}

// Numbers keep their inner dots and commas (115.2.3); an apostrophe between letters belongs to the word.
const joined = /\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ][\p{L}\p{M}]+)*/gu;
// Where the apostrophe ends a word of its own: l'article, dell'account.
const elided = /\p{N}+(?:[.,]\p{N}+)*(?![\p{L}\p{M}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const eliding = new Set(['fr', 'it', 'ca']);
// Scripts that put no spaces between words.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wellFormed = /^[a-z]{2,3}$/;
const longest = 40;

const segmented = (segmenter: Intl.Segmenter, run: string, start: number): Word[] => {
  const found: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(run)) {
    if (isWordLike) found.push({ word: segment, from: start + index, to: start + index + segment.length });
  }
  return found;
};

/**
 * Cuts texts of one language (a base language such as `fr`) into words. Runs of more than 40 characters
 * without a space, which nobody types again, are left out.
 */
export const wordCutter = (language: string): ((text: string) => Word[]) => {
  const pattern = eliding.has(language) ? elided : joined;
  let segmenter: Intl.Segmenter | undefined;
  return (text) => {
    const found: Word[] = [];
    for (const match of text.matchAll(pattern)) {
      const [word] = match;
      if (unspaced.test(word)) {
        segmenter ??= new Intl.Segmenter(wellFormed.test(language) ? language : 'und', { granularity: 'word' });
        for (const part of segmented(segmenter, word, match.index)) if (part.word.length <= longest) found.push(part);
      } else if (word.length <= longest) found.push({ word, from: match.index, to: match.index + word.length });
    }
    return found;
  };
};
