/** Where sockets are opened, on the origin of the pages. Alone in this file, so that a browser needs to load nothing else for it. */
export const socketPath = '/api/portal/socket';
/** One namespace for customers, one for agents. */
export const customersNamespace = '/customers';
export const agentsNamespace = '/agents';
/** How long it holds that somebody writes, unless it is said again. */
export const writingHoldsMs = 15_000;
