import type { Context, Next } from 'koa';
import { outbox } from './content-types/outbox';
import { idempotencyKey } from './content-types/idempotency-key';
import { migration } from './content-types/migration';
import { seconds, hours } from './clock';
import { getService } from './get-service';
import { drainedBodies } from './middlewares/drained-bodies';
import { hostSignIn } from './middlewares/host-sign-in';
import { sameOrigin } from './middlewares/same-origin';
import { soundHeaders } from './middlewares/sound-headers';
import { stableErrors } from './middlewares/stable-errors';
import { streamedBodies } from './middlewares/streamed-bodies';
import { switchedOff } from './middlewares/switched-off';
import { keepSecretsOutOfLog } from './quiet-log';
import { keepTables } from './keep-tables';
import { leaveOutCreators } from './lean-tables';
import { lookUpOwnRoutes } from './own-routes-first';
import { knownOrigins } from './public-address';
import { adminSessions } from './services/admin-sessions';
import { clock } from './services/clock';
import { events } from './services/events';
import { closeReader } from './sqlite-reader';
import { jobs } from './services/jobs';
import { migrations } from './services/migrations';
import { idempotency } from './services/idempotency';
import { sealing } from './services/sealing';
import { stampUpdates } from './stamp-updates';
import { useWriteAheadLog } from './write-ahead-log';
import type { Domain, Strapi } from './domain';

// Strapi's router takes /API/Portal for the same address, so whoever guards it must as well.
const under = (prefix: RegExp, middleware: (ctx: Context, next: Next) => Promise<void>) => (ctx: Context, next: Next) =>
  prefix.test(ctx.path) ? middleware(ctx, next) : next();

/** Rank 0: what every domain stands on; no business word here. */
export const platform: Domain = {
  contentTypes: { migration, outbox, 'idempotency-key': idempotencyKey },
  services: { 'admin-sessions': adminSessions, clock, events, jobs, migrations, idempotency, sealing },

  register({ strapi }: { strapi: Strapi }) {
    leaveOutCreators(strapi);
    keepSecretsOutOfLog(strapi);
    // Of X-Forwarded-For only the last entries are our proxies' own: whatever stands before them, whoever calls has written.
    strapi.server.app.maxIpsCount = strapi.config.get<number>('plugin::portal.proxies');
    // Added while plugins register, so they stand outside of Strapi's own middlewares, its error handling included.
    const origins = sameOrigin(() => knownOrigins(strapi), () => strapi.config.get('plugin::portal.authentication.method') === 'token');
    strapi.server.use(under(/^\/(api\/)?portal(\/|$)/i, soundHeaders(strapi)));
    strapi.server.use(drainedBodies);
    strapi.server.use(under(/^\/api\/(auth|connect)(\/|$)/i, hostSignIn(() => strapi.config.get<boolean>('plugin::portal.authentication.hostSignIn'))));
    strapi.server.use(under(/^\/(api\/)?portal(\/|$)/i, stableErrors));
    strapi.server.use(under(/^\/api\/portal(\/|$)/i, origins));
    strapi.server.use(under(/^\/(api\/)?portal(\/|$)/i, streamedBodies));
    if (!strapi.config.get('plugin::portal.enabled')) strapi.server.use(under(/^\/api\/portal(\/|$)/i, switchedOff));
  },

  async bootstrap({ strapi }) {
    lookUpOwnRoutes(strapi);
    await useWriteAheadLog(strapi);
    await keepTables(strapi);
    stampUpdates(strapi);
    getService(strapi, 'admin-sessions', adminSessions).watch();
    const outboxEvents = getService(strapi, 'events', events);
    const timers = getService(strapi, 'jobs', jobs);
    timers.start({ name: 'tell events', everyMs: seconds(5), run: () => outboxEvents.deliverDue() });
    timers.start({ name: 'forget idempotency keys', everyMs: hours(1), run: () => getService(strapi, 'idempotency', idempotency).forgetOld() });
  },

  async destroy({ strapi }) {
    await getService(strapi, 'jobs', jobs).stop();
    await getService(strapi, 'events', events).stop();
    closeReader(strapi);
  },
};
