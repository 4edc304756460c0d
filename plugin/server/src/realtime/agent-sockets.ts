import { handshake, leavingSign, lookingSign } from '../../../contracts/realtime';
import type { LookingSign, SocketRefusal } from '../../../contracts/realtime';
import type { Presence } from '../../../contracts/desk';
import { presences } from '../conversation/services/presences';
import { getService } from '../platform/get-service';
import type { Strapi } from '../platform/domain';
import { hearTyping } from './chat-sockets';
import { messageRate } from './message-rate';
import { admitWith } from './refuse-socket';
import { agentRoom, sessionRoom, ticketRoom } from './rooms';
import { agentAccess } from './services/agent-access';
import { liveNews } from './services/live-news';
import type { AgentNamespace, AgentSeat, AgentSocket } from './socket-types';

const admit = async (strapi: Strapi, socket: AgentSocket): Promise<SocketRefusal | null> => {
  const shown = handshake.safeParse(socket.handshake.auth).data;
  const access = getService(strapi, 'agent-access', agentAccess);
  const claims = shown ? access.claimsOf(shown.pass) : null;
  if (!claims || !(await access.openSessions([claims.session])).has(claims.session)) return 'not_signed_in';
  if (!(await access.mayRead(claims.user))) return 'access_refused';
  Object.assign(socket.data, { id: claims.user, name: claims.name, session: claims.session, looking: null } satisfies AgentSeat);
  await socket.join([sessionRoom(claims.session), agentRoom(claims.user)]);
  return null;
};

/** What an agent's page says of itself is kept in the same rows as before (decision 020), told at once, and forgotten when its socket closes. */
const presenceOf = (strapi: Strapi, namespace: AgentNamespace, socket: AgentSocket) => {
  const seat = socket.data as AgentSeat;
  const service = () => getService(strapi, 'presences', presences);
  const tellOthers = (reference: string): void => void namespace.to(ticketRoom(reference)).except(socket.id).emit('presence', { reference });
  const tellWriting = (reference: string, writing: boolean): Promise<void> => getService(strapi, 'live-news', liveNews).writing(reference, writing);

  const leave = async (): Promise<void> => {
    const left = seat.looking;
    if (!left) return;
    seat.looking = null;
    await socket.leave(ticketRoom(left.reference));
    await service().leave(left.reference, seat.id);
    tellOthers(left.reference);
    if (left.writing) await tellWriting(left.reference, false);
  };

  return {
    leave,
    async look({ reference, writing }: LookingSign): Promise<Presence> {
      if (seat.looking && seat.looking.reference !== reference) await leave();
      const presence = await service().sign(reference, writing, { kind: 'agent', id: seat.id, name: seat.name });
      const before = seat.looking;
      seat.looking = { reference, writing };
      await socket.join(ticketRoom(reference));
      if (before?.writing !== writing) tellOthers(reference);
      if (writing || before?.writing) await tellWriting(reference, writing);
      return presence;
    },
  };
};

const listen = (strapi: Strapi, namespace: AgentNamespace, socket: AgentSocket): void => {
  const presence = presenceOf(strapi, namespace, socket);
  const mayBeHeard = messageRate();
  const quietly = (work: Promise<unknown>): void => void work.catch((error: unknown) => strapi.log.debug(error));
  socket.use((_message, next) => void (mayBeHeard(Date.now()) ? next() : socket.disconnect(true)));
  socket.on('looking', (sign, answer) => {
    if (typeof answer !== 'function') return;
    const { data } = lookingSign.safeParse(sign);
    // A ticket that is missing is no fault of ours, and not told apart from a malformed sign.
    (data ? presence.look(data) : Promise.resolve(null)).then(answer, () => answer(null));
  });
  socket.on('leaving', (sign) => leavingSign.safeParse(sign).data?.reference === (socket.data as AgentSeat).looking?.reference && quietly(presence.leave()));
  hearTyping(strapi, socket, (socket.data as AgentSeat).id);
  socket.on('disconnect', () => quietly(presence.leave()));
};

/** Lets agents in, with a pass that their page asked for, and passes on who looks at which ticket. */
export const serveAgents = (strapi: Strapi, namespace: AgentNamespace): void => {
  namespace.use((socket, next) => void admitWith(() => admit(strapi, socket), next, (error) => strapi.log.error(error)));
  namespace.on('connection', (socket) => listen(strapi, namespace, socket));
};
