const name = 'portal-chat-visitor';
let inMemory: string | null = null;

/** What shows that the chat is this visitor's. Browsers keep it apart for each site around the frame. */
export const knownVisitor = (): string | null => {
  try {
    return localStorage.getItem(name) ?? inMemory;
  } catch {
    return inMemory;
  }
};

/** Keeps it; where storage is blocked, as long as this page is open. */
export const keepVisitor = (visitor: string): void => {
  inMemory = visitor;
  try {
    localStorage.setItem(name, visitor);
  } catch {
    // It lives as long as the page.
  }
};
