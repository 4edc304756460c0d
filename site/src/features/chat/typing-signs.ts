const againMs = 5000;
const overMs = 4000;

/** Tells at the first key that somebody writes, again now and then, and that he stopped once he paused. */
export const typingSigns = (tell: (isTyping: boolean) => void) => {
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    if (told) tell(false);
    told = 0;
  };
  return {
    stop,
    key(): void {
      clearTimeout(timer);
      timer = setTimeout(stop, overMs);
      if (Date.now() - told < againMs) return;
      told = Date.now();
      tell(true);
    },
  };
};
