const address = /[^\s@<>"'(),;:]{1,64}@[^\s@<>"'(),;:]{1,255}/gu;
// Also with single spaces, dots and dashes inside, as people write telephone and card numbers.
const number = /\p{Nd}(?:[ .\-/]?\p{Nd}){3,}/gu;
const longest = 200;

/** What is kept of a query: no address and no number of four digits or more, at most 200 characters. */
export const maskedQuery = (text: string): string => maskedText(text.slice(0, 2000)).replace(/\s+/gu, ' ').trim().slice(0, longest);

/** The same for a whole text, with its lines. */
export const maskedText = (text: string): string => text.replace(address, '[address]').replace(number, '[number]');

/** The form in which queries count as the same: small letters without accents, words with single spaces. */
export const normalQuery = (masked: string): string =>
  masked
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
