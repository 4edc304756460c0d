import { useCallback, useEffect, useState } from 'react';

/** Something read from the server, and how far that is. */
export interface Loaded<Value> {
  value: Value | undefined;
  error: unknown;
  loading: boolean;
  /** Reads again; the old value stays meanwhile. */
  reload(): void;
  /** Takes a newer value that came with another answer. */
  replace(value: Value): void;
}

interface State<Value> {
  value?: Value;
  error?: unknown;
  loading: boolean;
}

/** Reads when shown and whenever `read` is another function, so wrap it in `useCallback`. */
export const useLoaded = <Value>(read: (signal: AbortSignal) => Promise<Value>): Loaded<Value> => {
  const [state, setState] = useState<State<Value>>({ loading: true });
  const [round, setRound] = useState(0);

  useEffect(() => {
    const aborter = new AbortController();
    setState(({ value }) => ({ value, loading: true }));
    read(aborter.signal).then(
      (value) => !aborter.signal.aborted && setState({ value, loading: false }),
      (error: unknown) => !aborter.signal.aborted && setState(({ value }) => ({ value, error, loading: false })),
    );
    return () => aborter.abort();
  }, [read, round]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  const replace = useCallback((value: Value) => setState({ value, loading: false }), []);
  return { value: state.value, error: state.error, loading: state.loading, reload, replace };
};
