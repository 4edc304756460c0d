/**
 * Characters that turn the direction of all that follows them, up to the end of its paragraph or to where they are
 * closed (Unicode's overrides, embeddings and isolates). In a name or a subject they would reach into the words around
 * it: a sentence of ours in a mail, the next column of a list. Languages that run from right to left need none of them.
 */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text of one line as it may stand among others. */
export const withoutTurns = (text: string): string => text.replace(turning, '');
