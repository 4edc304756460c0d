import { randomInt } from 'node:crypto';

// Crockford's base 32, as in references: 40 bits, of which a few may be tried.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that is mailed and typed: eight characters that cannot be taken for others. */
export const newCode = (): string => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** As it was mailed, however it was typed: people take O for 0 and I or L for 1. */
export const asMailed = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** As it stands in the mail, with a dash in its middle. */
export const said = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
