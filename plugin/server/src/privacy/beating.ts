/** Runs `work` and meanwhile `beat`, every so many milliseconds: so that long work keeps its lease. */
export const beating = async <T>(everyMs: number, beat: () => Promise<unknown>, work: () => Promise<T>): Promise<T> => {
  // A beat that fails is followed by another; the lease is longer than several.
  const timer = setInterval(() => void beat().catch(() => undefined), everyMs);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
};
