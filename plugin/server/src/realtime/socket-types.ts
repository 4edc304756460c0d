import type { FromVisitors, ToVisitors } from '../../../contracts/chat';
import type { Namespace, Server, Socket } from 'socket.io';
import type { FromAgents, FromCustomers, ToAgents, ToCustomers } from '../../../contracts/realtime';

/** What is kept with a customer's socket. */
export interface CustomerSeat {
  customerId: number;
}
/** What is kept with an agent's socket: who he is, and which ticket he has on the screen. */
export interface AgentSeat {
  id: number;
  name: string;
  session: string;
  looking: { reference: string; writing: boolean } | null;
}
/** What is kept with the socket of who follows a chat. */
export interface VisitorSeat {
  chat: string;
}
// Servers of several nodes say nothing to each other but what they say to sockets.
type Nothing = Record<string, never>;

export type LiveServer = Server;
export type CustomerNamespace = Namespace<FromCustomers, ToCustomers, Nothing, CustomerSeat>;
export type CustomerSocket = Socket<FromCustomers, ToCustomers, Nothing, CustomerSeat>;
export type AgentNamespace = Namespace<FromAgents, ToAgents, Nothing, AgentSeat>;
export type AgentSocket = Socket<FromAgents, ToAgents, Nothing, AgentSeat>;
export type ChatNamespace = Namespace<FromVisitors, ToVisitors, Nothing, VisitorSeat>;
export type ChatSocket = Socket<FromVisitors, ToVisitors, Nothing, VisitorSeat>;
