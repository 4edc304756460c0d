/** What the calls of one page said of their limits, for whoever asked for the page. */
export interface ToldLimits {
  note(limits: Record<string, string>, retryAfter: string | null): void;
  /** Puts it into the answer; the time to wait only where the answer itself is a refusal. */
  tell(response: Response): void;
}

const nameOf = (item: string): string => /^"([^"]*)"/.exec(item)?.[1] ?? item;

/** Collects limits; of two calls under the same limit the later one holds. */
export const toldLimits = (): ToldLimits => {
  const items = new Map<string, Map<string, string>>();
  let wait: string | null = null;
  return {
    note(limits, retryAfter) {
      for (const [header, value] of Object.entries(limits)) {
        const known = items.get(header) ?? new Map<string, string>();
        for (const item of value.split(', ')) known.set(nameOf(item), item);
        items.set(header, known);
      }
      wait = retryAfter ?? wait;
    },
    tell(response) {
      for (const [header, known] of items) response.headers.set(header, [...known.values()].join(', '));
      if (wait !== null && response.status === 429) response.headers.set('Retry-After', wait);
    },
  };
};
