import { randomInt } from 'node:crypto';

// Crockford's base 32, as in references: nothing in it is taken for something else when it is read from paper.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A recovery code: sixteen characters, 80 random bits, which nobody guesses and a plain hash keeps. */
export const newRecoveryCode = (): string => Array.from({ length: 16 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** As it is shown and written down: four groups of four. */
export const inGroups = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;
