const citation = String.raw`\[\s*\d{1,3}(?:\s*[,;]\s*\d{1,3})*\s*\]`;
const afterStop = new RegExp(String.raw`([.!?…。！？؟]+)(\s*)((?:${citation}\s*)+)`, 'gu');
/** What may still become a citation of the sentence before it. */
const opening = /^\s*(?:[[【][\p{Nd}\s,;،]*)?$/u;

/** Citations in the one form that is looked for: western digits in square brackets. The last four bits of an Arabic digit are its value. */
const plainCitations = (text: string): string =>
  text
    .replace(/【/g, '[')
    .replace(/】/g, ']')
    .replace(/\[[^\][]{1,20}\]/gu, (inside) => inside.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/،/g, ','));

/** Citations that stand behind a full stop belong to the sentence that it ends. */
const citationsInside = (text: string): string => plainCitations(text).replace(afterStop, (_all, stop: string, _space: string, cited: string) => ` ${cited.trim()}${stop} `);

/** Cuts a text that arrives in pieces into sentences. A sentence comes out once nothing can be added to it any more. */
export const sentenceCutter = (language: string) => {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  let kept = '';

  const cut = (text: string): string[] => text.split('\n').flatMap((line, index, lines) => [...segmenter.segment(line)].map(({ segment }) => segment).concat(index < lines.length - 1 ? ['\n'] : []));

  return {
    /** The sentences that are complete with this piece. */
    add(piece: string): string[] {
      kept = citationsInside(kept + piece);
      const pieces = cut(kept);
      let open = Math.max(0, pieces.length - 1);
      // The next piece may bring a citation for the sentence before.
      if (open > 0 && opening.test(pieces[open] ?? '') && pieces[open] !== '\n') open -= 1;
      kept = pieces.slice(open).join('');
      return pieces.slice(0, open).filter((each) => each.trim() !== '');
    },
    /** What is left when the text has ended. */
    end(): string[] {
      const pieces = cut(citationsInside(kept));
      kept = '';
      return pieces.filter((each) => each.trim() !== '');
    },
  };
};
