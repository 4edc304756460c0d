/** What searching a ticket reads at most; beyond it the first words count. */
const limit = 20_000;

/** SQLite knows capitals of A to Z only, so both sides of a search are folded here: `ÄRGER` finds `Ärger`. */
export const foldCase = (text: string): string => text.toLowerCase();

/** What a ticket is found by in lists: the parts in the order given, and never a word of an internal note. */
export const searchTextOf = (...parts: string[]): string => foldCase(parts.join('\n')).slice(0, limit);
