/** Work of which one run at a time is enough. */
export interface OneAtATime {
  /** Starts a run, or makes the one under way look once more before it ends; resolves when nothing is left to do. */
  run(): Promise<void>;
  /** Resolves once a run under way has ended, however it ended; for shutting down. */
  idle(): Promise<void>;
}

/** Lets `work` run once at a time in this process, however many ask for it. */
export const oneAtATime = (work: () => Promise<void>): OneAtATime => {
  let running: Promise<void> | null = null;
  let again = false;
  const loop = async (): Promise<void> => {
    while (again) {
      again = false;
      await work();
    }
  };
  return {
    run(): Promise<void> {
      again = true;
      running ??= loop().finally(() => {
        running = null;
      });
      return running;
    },
    idle: async (): Promise<void> => void (await running?.catch(() => undefined)),
  };
};
