/** What searching a ticket reads at most; beyond it the first words count. */
const searchLimit = 20_000;

/** Words as they are compared: lower case, without accents, so that "muller" finds "Müller" on every database. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** What a new ticket is found by: reference, subject and first message. */
export const firstSearchText = (reference: string, subject: string, body: string): string => fold(`${reference} ${subject}\n${body}`).slice(0, searchLimit);

/** The same with one more visible message. Never give it an internal note: customers search this. */
export const searchTextWith = (searchText: string | null, body: string): string => `${searchText ?? ''}\n${fold(body)}`.slice(0, searchLimit);
