/** The list an agent came from, so that a ticket knows the next one. */
export interface Trail {
  /** What stood after the inbox's address. */
  search: string;
  references: string[];
}

const place = 'portal.trail';

/** Keeps the list in this tab. */
export const keepTrail = (trail: Trail): void => {
  try {
    sessionStorage.setItem(place, JSON.stringify(trail));
  } catch {
    // Without storage a ticket only knows no next one.
  }
};

const read = (): Trail => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as Partial<Trail> | null;
    return { search: kept?.search ?? '', references: kept?.references ?? [] };
  } catch {
    return { search: '', references: [] };
  }
};

/** The ticket `by` places after this one in the list it was opened from; undefined at the list's ends. */
export const besideInTrail = (reference: string, by: 1 | -1): string | undefined => {
  const { references } = read();
  const at = references.indexOf(reference);
  return at < 0 ? undefined : references[at + by];
};

/** What stood after the inbox's address. */
export const trailSearch = (): string => read().search;
