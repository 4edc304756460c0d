/** What the page around the widget tells the frame: who asks for it, and whether it is shown. */
export type ToFrame = { portalChat: 'hello'; page: string; identity: string } | { portalChat: 'shown'; shown: boolean };
/** What the frame tells the page around it. Words of a conversation are never among it. */
export type ToPage = { portalChat: 'ready' } | { portalChat: 'close' } | { portalChat: 'news'; unread: number; chatting: boolean };

type Shape = Record<string, 'string' | 'number' | 'boolean'>;
const toFrame: Record<ToFrame['portalChat'], Shape> = { hello: { page: 'string', identity: 'string' }, shown: { shown: 'boolean' } };
const toPage: Record<ToPage['portalChat'], Shape> = { ready: {}, close: {}, news: { unread: 'number', chatting: 'boolean' } };

/** Exactly the keys of one of these messages, each of its kind; null for anything else. */
const read = (data: unknown, shapes: Record<string, Shape>): unknown => {
  if (typeof data !== 'object' || data === null) return null;
  const { portalChat: name, ...rest } = data as Record<string, unknown>;
  const shape = typeof name === 'string' && Object.hasOwn(shapes, name) ? shapes[name] : undefined;
  const isWhole = shape && Object.keys(rest).length === Object.keys(shape).length && Object.entries(shape).every(([key, kind]) => typeof rest[key] === kind);
  return isWhole ? data : null;
};

/** A message to the frame, or null. Origin and source are for the caller to check first. */
export const readToFrame = (data: unknown): ToFrame | null => read(data, toFrame) as ToFrame | null;
/** A message to the page around it, or null. */
export const readToPage = (data: unknown): ToPage | null => read(data, toPage) as ToPage | null;
