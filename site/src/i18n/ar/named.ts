/** A name within an Arabic sentence. Isolated, so that Latin letters and their signs do not mix with those around them. */
export const named = (name: string): string => `«\u2068${name}\u2069»`;
