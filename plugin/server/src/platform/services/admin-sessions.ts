import type { Context } from 'koa';
import type { Strapi } from '../domain';

/** Milliseconds for which an answer of the admin's is believed: what another node took away holds no longer than this. */
const believedFor = 1000;
/** Who comes in, what may be done and the session: what any write to one of these can change. */
const sources = ['admin::user', 'admin::role', 'admin::permission', 'admin::session'];

/** What the admin's own sign-in leaves at a request. */
type Left = Pick<Context['state'], 'user' | 'userAbility' | 'session'>;
interface Known {
  until: number;
  left: Left;
}
interface Authentication {
  authenticate(ctx: Context, next: () => Promise<void>): Promise<unknown>;
}

/**
 * Who is signed in to the admin, kept for a second. Strapi reads session, user, roles and every right of theirs anew for
 * each request, which takes longer than the inbox itself; whoever works in the inbox asks several times a second.
 */
export const adminSessions = ({ strapi }: { strapi: Strapi }) => {
  const known = new Map<string, Known>();
  let forgotten = 0;
  const remember = (header: string, left: Left): void => {
    const moment = performance.now();
    for (const [other, { until }] of known) if (until <= moment) known.delete(other);
    known.set(header, { until: moment + believedFor, left });
  };

  /** Strapi's own answer. Its strategies are those of the kind of route, so ours is out of the way while they are asked. */
  const ask = async (ctx: Context): Promise<boolean> => {
    const { route } = ctx.state;
    let entered = false;
    ctx.state.route = { ...route, config: { ...route.config, auth: {} } };
    try {
      await (strapi.get('auth') as Authentication).authenticate(ctx, async () => void (entered = true));
    } finally {
      ctx.state.route = route;
    }
    return entered;
  };

  return {
    /** True for a request of somebody signed in to the admin; `ctx.state` then holds user, ability and session as Strapi leaves them. */
    async enter(ctx: Context): Promise<boolean> {
      const header = ctx.get('authorization');
      const there = known.get(header);
      if (there && there.until > performance.now()) {
        Object.assign(ctx.state, there.left);
        return true;
      }
      const before = forgotten;
      if (!(await ask(ctx))) return false;
      const { user, userAbility, session } = ctx.state;
      // A token of the admin's API has no session, and is left to Strapi each time; what was read before a change is worth nothing after it.
      if (session && before === forgotten) remember(header, { user, userAbility, session });
      return true;
    },

    /** Forgets everybody as soon as this node changes a user, a role, a right or a session. */
    watch(): void {
      const forget = (): void => {
        forgotten += 1;
        known.clear();
      };
      const after = { afterCreate: forget, afterCreateMany: forget, afterUpdate: forget, afterUpdateMany: forget, afterDelete: forget, afterDeleteMany: forget };
      strapi.db.lifecycles.subscribe({ models: sources, ...after });
    },
  };
};
