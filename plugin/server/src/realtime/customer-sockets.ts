import { ServerResponse } from 'node:http';
import { missedQuestion } from '../../../contracts/realtime';
import type { MissedQuestion, SocketRefusal } from '../../../contracts/realtime';
import { takesTokens } from '../accounts/bearer';
import { sessions } from '../accounts/services/sessions';
import { getService } from '../platform/get-service';
import { knownOrigins } from '../platform/public-address';
import type { Strapi } from '../platform/domain';
import { lastEventOf } from '../tickets/own-ticket';
import { alone } from '../tickets/membership';
import { ticketList } from '../tickets/services/ticket-list';
import { messageRate } from './message-rate';
import { admitWith } from './refuse-socket';
import { customerRoom, sessionRoom } from './rooms';
import type { CustomerNamespace, CustomerSocket } from './socket-types';

/** As the API does: browsers name the page's origin, and what names none has no cookie to abuse. */
const isForeign = (strapi: Strapi, origin: string | undefined): boolean => origin !== undefined && !knownOrigins(strapi).includes(origin);

/** An app sends its token as a header, or where it cannot, as a page's script, in the handshake. */
const showToken = (strapi: Strapi, { request, handshake }: CustomerSocket): boolean => {
  const { token } = handshake.auth as { token?: unknown };
  if (takesTokens(strapi) && typeof token === 'string') request.headers.authorization = `Bearer ${token}`;
  return takesTokens(strapi) && /^Bearer .+$/i.test(request.headers.authorization ?? '');
};

/** Who opens a socket is found by the very function that the API asks, from the same cookie or token. */
const admit = async (strapi: Strapi, namespace: CustomerNamespace, socket: CustomerSocket): Promise<SocketRefusal | null> => {
  const { request } = socket;
  // Who shows a token is known by it alone: no cookie is there to abuse.
  if (!showToken(strapi, socket) && isForeign(strapi, socket.handshake.headers.origin)) return 'origin_refused';
  const viewer = await getService(strapi, 'sessions', sessions).viewerOf(strapi.server.app.createContext(request, new ServerResponse(request)));
  if (!viewer || viewer.mustEnrol) return 'not_signed_in';
  if (viewer.scopes && !viewer.scopes.includes('tickets:read')) return 'token_scope_missing';
  const room = customerRoom(viewer.customerId);
  // Counted and taken without a pause between: of many at once, none slips through.
  if ((namespace.adapter.rooms.get(room)?.size ?? 0) >= strapi.config.get<number>('plugin::portal.realtime.limits.perCustomer')) return 'too_many_requests';
  socket.data.customerId = viewer.customerId;
  await socket.join([room, sessionRoom(viewer.sessionId)]);
  return null;
};

const hasMissed = async (strapi: Strapi, customerId: number, question: MissedQuestion): Promise<boolean | null> => {
  const list = getService(strapi, 'ticket-list', ticketList);
  if ('since' in question) return list.changedSince(customerId, new Date(question.since));
  // Colleagues are told of nothing yet: an open page of theirs shows what is new when it is opened again.
  const ticket = await list.find(alone(customerId), question.reference);
  return ticket && lastEventOf(ticket) !== question.seen;
};

const listen = (strapi: Strapi, socket: CustomerSocket): void => {
  const mayBeHeard = messageRate();
  socket.use((_message, next) => void (mayBeHeard(Date.now()) ? next() : socket.disconnect(true)));
  socket.on('missed', (question, answer) => {
    if (typeof answer !== 'function') return;
    const { data } = missedQuestion.safeParse(question);
    const told = data && socket.data.customerId ? hasMissed(strapi, socket.data.customerId, data) : Promise.resolve(null);
    told.then(answer, (error: unknown) => {
      strapi.log.error(error);
      answer(null);
    });
  });
};

/** Lets customers in and answers what their pages ask. Nothing that a page says puts it into a room. */
export const serveCustomers = (strapi: Strapi, namespace: CustomerNamespace): void => {
  namespace.use((socket, next) => void admitWith(() => admit(strapi, namespace, socket), next, (error) => strapi.log.error(error)));
  namespace.on('connection', (socket) => listen(strapi, socket));
};
