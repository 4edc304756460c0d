import type { Method, PathOf } from '../../../../contracts/endpoints/every-endpoint';
import type { LimitName } from '../../limits/within';
import type { Route } from '../../platform/domain';
import { openRoute } from '../../segments/routes/customer-route';

const guests = 'Guests chat too; a chat is opened by its visitor’s session or token alone.';
const chatRoute = <Verb extends Method>(method: Verb, path: PathOf<Verb>, handler: string, limit?: LimitName): Route => openRoute(method, path, `chats.${handler}`, guests, 'liveChat', limit);

export const chatRoutes: Route[] = [
  chatRoute('GET', '/chats', 'door'),
  chatRoute('POST', '/chats', 'begin', 'chats'),
  chatRoute('GET', '/chats/:key', 'show'),
  chatRoute('POST', '/chats/:key/messages', 'write', 'chat-messages'),
  chatRoute('POST', '/chats/:key/readings', 'read'),
  chatRoute('POST', '/chats/:key/closure', 'close', 'changes'),
  chatRoute('POST', '/chats/:key/departure', 'leave', 'changes'),
  chatRoute('POST', '/chats/:key/transcript', 'transcript', 'changes'),
  chatRoute('PUT', '/chats/:key/rating', 'rate', 'changes'),
];
