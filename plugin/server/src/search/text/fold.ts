const plain = /^[a-z0-9]+$/;
// Marks of other scripts are letters of their own (й, が): only here are they left out when people type.
const foldable = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]/u;
const marks = /\p{M}/gu;
const undecomposed: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th', ё: 'е', ـ: '' };
const special = /[ßæœøđðłıþёـ]/g;

/** One spelling for what people type in many: lower case, no diacritics, no apostrophes, no ligatures. */
export const fold = (word: string): string => {
  const lower = word.toLowerCase();
  if (plain.test(lower)) return lower;
  const composed = foldable.test(lower) ? lower.normalize('NFKD').replace(marks, '') : lower.normalize('NFKC');
  return composed.toLowerCase().replace(/['’ʼ]/g, '').replace(special, (letter) => undecomposed[letter] ?? '');
};
