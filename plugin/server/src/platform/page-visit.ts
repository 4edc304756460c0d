import type { IncomingMessage } from 'node:http';

/** What the API calls of one visit to a page know together. */
export type PageVisit = Map<string, Promise<unknown>>;

const visits = new WeakMap<IncomingMessage, PageVisit>();
/** Also of calls that change something: who sent a form that was refused is who reads the page that says so. */
const tellers = new WeakMap<IncomingMessage, PageVisit>();

/**
 * Says that an API call is made for a page, beside others. A call that may change something ends what is
 * known, for itself and for those after it: a page that signs somebody out must not still know him.
 */
export const joinVisit = (call: IncomingMessage, visit: PageVisit): void => {
  tellers.set(call, visit);
  if (call.method !== 'GET') visit.clear();
  else visits.set(call, visit);
};

/** Finds something once for all reading calls of a page; for a call on its own it is found each time. */
export const oncePerVisit = <Found>(call: IncomingMessage, key: string, find: () => Promise<Found>): Promise<Found> => {
  const visit = visits.get(call);
  if (!visit) return find();
  const known = visit.get(key) as Promise<Found> | undefined;
  if (known) return known;
  const found = find();
  visit.set(key, found);
  return found;
};

/** Leaves a word for whoever puts the page together; nothing where the call is made for none. */
export const tellVisit = (call: IncomingMessage, key: string, word: string): void => void tellers.get(call)?.set(key, Promise.resolve(word));

/** The word that a call of this visit left; null where none did. */
export const toldInVisit = async (visit: PageVisit, key: string): Promise<string | null> => {
  const word = await visit.get(key);
  return typeof word === 'string' ? word : null;
};
