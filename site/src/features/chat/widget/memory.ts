const name = 'portal-chat';
/** `open`: its window was open; `chatting`: a chat goes on behind the closed button. */
export type Remembered = 'open' | 'chatting' | null;

/** How the widget stood on the page before, within this tab. A page may have no such memory: then every page begins with a closed button. */
export const remembered = (): Remembered => {
  try {
    const kept = sessionStorage.getItem(name);
    return kept === 'open' || kept === 'chatting' ? kept : null;
  } catch {
    return null;
  }
};

/** Keeps it for the next page of this tab. */
export const remember = (state: Remembered): void => {
  try {
    if (state) sessionStorage.setItem(name, state);
    else sessionStorage.removeItem(name);
  } catch {
    // Storage is blocked here: nothing is kept.
  }
};
