/** The room of all pages of a customer. Rooms are joined when a socket is let in, never because a page asks for one. */
export const customerRoom = (customerId: number): string => `customer:${customerId}`;
/** The room of all pages of one session, to close them with it. */
export const sessionRoom = (sessionId: number | string): string => `session:${sessionId}`;
/** The room of the agents who have a ticket on the screen. */
export const ticketRoom = (reference: string): string => `ticket:${reference}`;

/** The room of all pages of an agent. */
export const agentRoom = (agentId: number): string => `agent:${agentId}`;
/** The room of those who follow a chat: its visitor's pages. */
export const chatRoom = (key: string): string => `chat:${key}`;

/** The ids behind a kind of rooms, of those that somebody is in. */
export const idsOfRooms = (rooms: Iterable<string>, kind: 'session' | 'chat'): string[] => {
  const start = `${kind}:`;
  return [...rooms].filter((room) => room.startsWith(start)).map((room) => room.slice(start.length));
};
