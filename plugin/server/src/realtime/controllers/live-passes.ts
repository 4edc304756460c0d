import type { LivePass } from '../../../../contracts/realtime';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { agentAccess } from '../services/agent-access';
import { liveSockets } from '../services/live-sockets';

/** What lets an agent's page open a socket: `/portal/live-passes`. */
export const livePasses: ControllerFactory = ({ strapi }) => ({
  /** POST /portal/live-passes → 201 LivePass, for one socket within half a minute; needs `tickets.read`. */
  async create(ctx) {
    const { id } = ctx.state.session as { id: string };
    const pass = getService(strapi, 'live-sockets', liveSockets).isOpen() ? getService(strapi, 'agent-access', agentAccess).passFor(agentOf(ctx), id) : null;
    answer(ctx, { pass } satisfies LivePass, {}, 201);
  },
});
