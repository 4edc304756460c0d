/** Where sockets are opened, on the origin of the pages. Alone in this file, so that a browser needs to load nothing else for it. */
export const socketPath = '/api/portal/socket';
/** One namespace for customers, one for agents. */
export const customersNamespace = '/customers';
export const agentsNamespace = '/agents';
/** How long it holds that somebody writes, unless it is said again. */
export const writingHoldsMs = 15_000;
/** Namespace of those who follow one chat each; shown at the handshake: `{ chat, visitor? }`, or a session's cookie. */
export const chatsNamespace = '/chats';
/** How a guest shows that a chat is his: the header `Portal-Visitor` with what `meta.visitor` of POST chats said. Never a cookie of the API. */
export const visitorHeader = 'portal-visitor';
/** How a page that has no cookies shows that a suggestion is its own: 43 random characters, made by itself and kept nowhere. */
export const readerHeader = 'portal-reader';
