import type { Context } from 'koa';
import { after, days, hours, now } from '../../platform/clock';
import { bearerOf } from '../bearer';
import { readCookie, writeCookie } from '../../platform/cookies';
import { getService } from '../../platform/get-service';
import { oncePerVisit, tellVisit } from '../../platform/page-visit';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { hashToken, newToken } from '../../platform/tokens';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import type { Viewer } from '../viewer';
import { factorJoins, hasFactorColumn } from '../factor-columns';
import { accountRules } from './account-rules';
import { membership } from './membership';
import type { Belonging } from './membership';

export interface SessionRow extends Row {
  tokenHash: string;
  customerId: number;
  device: string;
  address: string;
  kind: 'app' | null;
  scopes: string | null;
  accessExpiresAt: Date | null;
  lastSeenAt: Date;
  expiresAt: Date;
  verifiedAt: Date | null;
}
/** Columns of the one query below; booleans are 0/1 on SQLite, dates numbers. */
interface ViewerColumns extends Omit<Viewer, 'hasFactor' | 'mustEnrol' | 'verifiedAt' | 'scopes'>, Pick<Belonging, 'segmentByRule'> {
  lastSeenAt: Date | number | string;
  verifiedAt: Date | number | string | null;
  hasFactor: boolean | number;
  scopes: string | null;
}
/** What somebody shows to be known: the token of a cookie, or the one that an app sends. */
interface Shown {
  token: string;
  byApp: boolean;
}

const cookieName = 'portal_session';
/** Under which name a visit to a page knows the segment of who is signed in. */
export const segmentOfVisit = 'segment';

/** How long a session lasts, and how long without a visit, in milliseconds. */
interface Limits {
  lifetime: number;
  idle: number;
}

/** The one place that says which sessions open something; what else is asked of them stands before. */
const openSessions = (found: string, joins = ''): string => `from portal_sessions s join portal_customers c on c.id = s.customer_id join up_users u on u.id = c.user_id ${joins}
  where ${found} and s.expires_at > ? and (s.kind = 'app' or (s.created_at > ? and s.last_seen_at > ?)) and c.portal_access = ? and u.blocked = ?`;
const stillOpen = (moment: Date, { lifetime, idle }: Limits): [Date, Date, Date, boolean, boolean] => [moment, after(moment, -lifetime), after(moment, -idle), true, false];

/** A cookie's token is none that an app could send, nor the other way; an app's works for some minutes. */
const shownBy = (byApp: boolean): string => (byApp ? `s.token_hash = ? and s.kind = 'app' and s.access_expires_at > ?` : 's.token_hash = ? and s.kind is null');
const viewerSql = (byApp: boolean): string => `
  select s.id as "sessionId", s.last_seen_at as "lastSeenAt", s.verified_at as "verifiedAt", c.id as "customerId", u.id as "userId", c.name, u.email,
    c.language, c.time_zone as "timeZone", c.theme, c.segment, c.segment_by_rule as "segmentByRule", c.organisation_id as "organisationId", coalesce(c.unread, 0) as unread, s.scopes,
    ${hasFactorColumn}
  ${openSessions(shownBy(byApp), factorJoins)}
  limit 1`;

/** Opaque sessions: the cookie holds a random token, the table its hash; ending a session ends it at once. */
export const sessions = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<SessionRow>(strapi, 'session');
  /** Shorter ones count for open sessions too; a longer one only for those that begin after it. */
  const limits = (): Limits => {
    const { sessionDays, idleDays } = getService(strapi, 'account-rules', accountRules).now();
    return { lifetime: days(sessionDays), idle: days(idleDays) };
  };
  /** Whoever sends a bearer token is known by it alone, whatever cookies come along. */
  const shownIn = (ctx: Context): Shown | undefined => {
    const bearer = bearerOf(ctx, strapi);
    const token = bearer ?? readCookie(ctx, strapi, cookieName);
    return token === undefined ? undefined : { token, byApp: bearer !== null };
  };

  /** Session, customer and user in one statement: every signed-in request begins with it. */
  const find = async ({ token, byApp }: Shown): Promise<ViewerColumns | undefined> => {
    const [found] = await readRows<ViewerColumns>(strapi, viewerSql(byApp), [hashToken(token), ...(byApp ? [now()] : []), ...stillOpen(now(), limits())]);
    return found;
  };

  /** Written at most once an hour, so that reading pages does not write. */
  const touch = async (sessionId: number, lastSeenAt: Date): Promise<void> => {
    if (lastSeenAt > after(now(), -hours(1))) return;
    await table.updateMany({ where: { id: sessionId }, data: { lastSeenAt: now() } });
  };

  return {
    /** Signs a customer in on this browser, sets its cookie and ends the session that was there. Called by the completion of a sign-in only; `verified`: he proved all that can be asked of him. */
    async begin(ctx: Context, customerId: number, { verified }: { verified: boolean }): Promise<void> {
      const token = newToken();
      const moment = now();
      const { lifetime } = limits();
      // Whoever signs in anew leaves nothing open behind him that somebody may have copied before.
      const before = readCookie(ctx, strapi, cookieName);
      if (before !== undefined) await table.deleteMany({ where: { tokenHash: hashToken(before), kind: null } });
      await table.create({
        data: {
          tokenHash: hashToken(token),
          customerId,
          device: ctx.get('User-Agent').slice(0, 200),
          // Behind a proxy it is a header, which can be as long as its sender likes.
          address: ctx.ip.slice(0, 64),
          lastSeenAt: moment,
          expiresAt: after(moment, lifetime),
          verifiedAt: verified ? moment : null,
        },
        select: ['id'],
      });
      writeCookie(ctx, strapi, cookieName, token, lifetime);
    },

    /** The viewer of a request's cookie or bearer token, or null when there is none, it ended, or access was taken away. */
    async viewerOf(ctx: Context): Promise<Viewer | null> {
      const shown = shownIn(ctx);
      const found = shown ? await oncePerVisit(ctx.req, `session ${shown.token}`, () => find(shown)) : undefined;
      if (!found) return null;
      const { lastSeenAt, verifiedAt, scopes, ...columns } = found;
      await touch(columns.sessionId, new Date(lastSeenAt));
      const placed = getService(strapi, 'membership', membership).placed(columns);
      tellVisit(ctx.req, segmentOfVisit, placed.segment);
      return { ...placed, scopes: shown?.byApp ? (scopes ?? '').split(' ') : null, verifiedAt: verifiedAt === null ? null : new Date(verifiedAt) };
    },

    /** Ends this browser's session, or this app's; harmless without one. */
    async end(ctx: Context): Promise<void> {
      const shown = shownIn(ctx);
      if (shown) await table.deleteMany({ where: { tokenHash: hashToken(shown.token), kind: shown.byApp ? 'app' : null } });
      if (!shown?.byApp) writeCookie(ctx, strapi, cookieName, null);
    },

    /** Ends every session of a customer, as after a change of password. */
    endAll: (customerId: number) => table.deleteMany({ where: { customerId } }),

    /** Ends every session of a customer but one; with null all. */
    endOthers: (customerId: number, but: number | null) => table.deleteMany({ where: but === null ? { customerId } : { customerId, id: { $ne: but } } }),

    /** Ends one session of a customer; false where it is none of his. */
    async endOne(customerId: number, id: number): Promise<boolean> {
      return (await table.deleteMany({ where: { id, customerId } })).count > 0;
    },

    /** Whoever sits there has just proven who he is. */
    prove: (sessionId: number) => table.updateMany({ where: { id: sessionId }, data: { verifiedAt: now() } }),

    /** Those of some sessions (some hundred at most, for the database's sake) that still open something, in one statement: what an open socket is asked again and again. */
    async stillOpen(ids: number[]): Promise<Set<number>> {
      if (ids.length === 0) return new Set();
      const sql = `select s.id ${openSessions(`s.id in (${ids.map(() => '?').join(', ')})`)}`;
      return new Set((await readRows<{ id: number }>(strapi, sql, [...ids, ...stillOpen(now(), limits())])).map(({ id }) => id));
    },

    /** The customer's sessions that still open something, latest first, with the one he is using marked. */
    async list(viewer: Viewer) {
      const { lifetime, idle } = limits();
      const found = await table.findMany({
        where: { customerId: viewer.customerId, expiresAt: { $gt: now() }, $or: [{ kind: 'app' }, { createdAt: { $gt: after(now(), -lifetime) }, lastSeenAt: { $gt: after(now(), -idle) } }] },
        orderBy: { lastSeenAt: 'desc' },
        limit: 100,
      });
      return found.map(({ id, device, address, kind, lastSeenAt, createdAt }) => ({
        id,
        device,
        kind: kind ?? ('browser' as const),
        address,
        lastSeenAt,
        createdAt,
        current: id === viewer.sessionId,
      }));
    },

    forgetExpired: () => table.deleteMany({ where: { expiresAt: { $lt: now() } } }),
  };
};
