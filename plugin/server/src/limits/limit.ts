/** So many of something within a window, for whoever is counted. */
export interface Limit {
  /** Letters and dashes; stands in the headers. */
  name: string;
  quota: number;
  windowMs: number;
  /** Counted so often that asking a database each time would cost more than what is limited: see `lease.ts`. */
  often?: boolean;
}

/** How a limit stands after one more was asked for. */
export interface Standing {
  limit: Limit;
  accepted: boolean;
  /** How many more would be accepted now. */
  left: number;
  /** Milliseconds until more of them are. */
  resetMs: number;
}

/** Whole seconds until more are accepted; never none, for who waits none is refused again. */
export const waitSeconds = ({ resetMs }: Pick<Standing, 'resetMs'>): number => Math.max(1, Math.ceil(resetMs / 1000));
