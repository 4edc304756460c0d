const inMemory = new Map<string, string>();

const read = (name: string): string | null => {
  try {
    return localStorage.getItem(name) ?? inMemory.get(name) ?? null;
  } catch {
    return inMemory.get(name) ?? null;
  }
};
const keep = (name: string, value: string): void => {
  inMemory.set(name, value);
  try {
    localStorage.setItem(name, value);
  } catch {
    // Storage is blocked: it lives as long as the page.
  }
};

/** What shows that the chat is this visitor's. Browsers keep it apart for each site around the frame. */
export const knownVisitor = (): string | null => read('portal-chat-visitor');
/** Keeps it; where storage is blocked, as long as this page is open. */
export const keepVisitor = (visitor: string): void => keep('portal-chat-visitor', visitor);

/** The last message of a chat that was before this visitor's eyes. */
export const seenOf = (chat: string): number => {
  const [key, message] = (read('portal-chat-seen') ?? '').split(' ');
  return key === chat ? Number(message) || 0 : 0;
};
/** Keeps it for the next page. */
export const keepSeen = (chat: string, message: number): void => keep('portal-chat-seen', `${chat} ${message}`);
