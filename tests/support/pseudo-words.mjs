/**
 * A language that nobody speaks: English with accents, longer by what German and its like need more, in brackets. A word
 * that a page shows without brackets does not come from the words of its language.
 */
const accents = { a: 'áá', e: 'éé', i: 'íí', o: 'óó', u: 'úú', y: 'ý', c: 'ç', n: 'ñ', s: 'š', z: 'ž', A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú', Y: 'Ý', C: 'Ç', N: 'Ñ', S: 'Š', Z: 'Ž' };

// Places such as `{name}`, which scripts fill in, stay as they are.
const longer = (text) => text.replace(/\{\w+\}|[a-z]/gi, (part) => accents[part] ?? part);
/** One text in it; what has no word stays as it is. */
export const spelled = (text) => (/\p{L}/u.test(text) ? `⟦${longer(text)}⟧` : text);

const spell = (value) => {
  if (typeof value === 'string') return spelled(value);
  if (typeof value === 'function') return (...told) => spell(value(...told));
  if (Array.isArray(value)) return value.map(spell);
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spell(inner)])) : value;
};

/** Makes the words of a language those of this one, in place. */
export const respell = (words) => void Object.assign(words, spell(words));
