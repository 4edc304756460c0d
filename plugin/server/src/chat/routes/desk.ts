import { deskRoute } from '../../tickets/routes/desk-route';
import type { Route } from '../../platform/domain';

const chatRoute = (method: Route['method'], path: string, handler: string): Route => deskRoute(method, path, `desk-chats.${handler}`, 'chats');

export const deskChatRoutes: Route[] = [
  chatRoute('GET', '/chats', 'index'),
  chatRoute('GET', '/chats/:key', 'show'),
  chatRoute('POST', '/chats/:key/acceptance', 'accept'),
  chatRoute('POST', '/chats/:key/messages', 'write'),
  chatRoute('POST', '/chats/:key/readings', 'read'),
  chatRoute('POST', '/chats/:key/transfer', 'transfer'),
  chatRoute('POST', '/chats/:key/closure', 'close'),
  chatRoute('POST', '/chats/:key/request', 'request'),
  chatRoute('POST', '/chats/:key/blocking', 'block'),
  chatRoute('GET', '/chat-seat', 'seat'),
  chatRoute('PUT', '/chat-seat', 'sit'),
];
