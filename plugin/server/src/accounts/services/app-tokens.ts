import type { Context } from 'koa';
import { tokenScopes } from '../../../../contracts/app-tokens';
import type { AppTokens, TokenScope } from '../../../../contracts/app-tokens';
import { auditLog } from '../../audit/services/audit-log';
import { after, days, minutes, now, seconds } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { holdRow, inTransaction, rows } from '../../platform/rows';
import { writeStatement } from '../../platform/statements';
import { hashToken, newToken } from '../../platform/tokens';
import { insertRow, updateRow } from '../../platform/write-rows';
import type { Row } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';
import { customers } from './customers';
import type { SessionRow } from './sessions';

interface RefreshTokenRow extends Row {
  tokenHash: string;
  sessionId: number;
  state: 'live' | 'used' | 'replaced';
  usedAt: Date | string | null;
  successorId: number | null;
  expiresAt: Date;
}
/** What an app asks for. */
export interface TokenWish {
  scopes?: TokenScope[] | undefined;
  device?: string | undefined;
}

const [accessLifetime, refreshLifetime] = [minutes(10), days(30)];
/** So long a lost answer can be asked for again. */
const grace = seconds(30);
const refused = () => new Refusal('token_invalid', 'This token does not work any more. Sign in again.');
/** As the session keeps them, and back. */
const scopesOf = (kept: string): TokenScope[] => tokenScopes.filter((each) => kept.split(' ').includes(each));

/**
 * Tokens of apps. A session is a family: it has one access token at a time and one refresh token that works; ending
 * it ends both. A refresh token that is shown twice was in two hands, and ends the family, whoever was the thief.
 */
export const appTokens = ({ strapi }: { strapi: Strapi }) => {
  const tokens = rows<RefreshTokenRow>(strapi, 'refresh-token');
  const sessionRows = rows<SessionRow>(strapi, 'session');

  const access = () => ({ accessToken: newToken(), accessExpiresAt: after(now(), accessLifetime), expiresAt: after(now(), refreshLifetime), lastSeenAt: now() });
  const answerOf = (accessToken: string, refreshToken: string, scopes: TokenScope[]): AppTokens => ({ accessToken, expiresIn: accessLifetime / seconds(1), refreshToken, refreshExpiresIn: refreshLifetime / seconds(1), scopes });

  const issueRefresh = async (sessionId: number): Promise<{ id: number; token: string }> => {
    const token = newToken();
    const id = await insertRow<RefreshTokenRow>(strapi, 'refresh-token', { tokenHash: hashToken(token), sessionId, state: 'live', expiresAt: after(now(), refreshLifetime) });
    return { id, token };
  };

  /** The next pair of a family, in place of the one before. */
  const renew = async (session: SessionRow, used: RefreshTokenRow): Promise<AppTokens> => {
    const { accessToken, ...times } = access();
    const next = await issueRefresh(session.id);
    await updateRow<RefreshTokenRow>(strapi, 'refresh-token', used.id, { state: 'used', usedAt: used.usedAt ?? now(), successorId: next.id });
    await updateRow<SessionRow>(strapi, 'session', session.id, { ...times, tokenHash: hashToken(accessToken) });
    return answerOf(accessToken, next.token, scopesOf(session.scopes ?? ''));
  };

  /**
   * Whether a used token may be shown once more: its answer was lost moments ago, and nobody has used what came of
   * it. That one is replaced, not doubled: whoever holds it is found out as soon as he shows it.
   */
  const replaces = async ({ state, usedAt, successorId }: RefreshTokenRow): Promise<boolean> => {
    if (state !== 'used' || !usedAt || new Date(usedAt) < after(now(), -grace)) return false;
    const { count } = await tokens.updateMany({ where: { id: successorId ?? 0, state: 'live' }, data: { state: 'replaced' } });
    return count === 1;
  };

  /** Ends a family of which one token was in two hands, and notes it. */
  const endFamily = async ({ id, customerId, device }: SessionRow): Promise<void> => {
    await sessionRows.deleteMany({ where: { id } });
    await tokens.deleteMany({ where: { sessionId: id } });
    const [contact] = await getService(strapi, 'customers', customers).contacts([customerId]);
    const who = contact?.email ?? `customer ${customerId}`;
    await getService(strapi, 'audit-log', auditLog).note({ id: null, name: who }, { what: `tokens of ${who}`, action: 'removed', before: { device, reason: 'a refresh token was used twice' } });
  };

  /** The session of a token, held so that of two who show it at once the second sees what the first did. */
  const held = async (shown: string): Promise<{ token: RefreshTokenRow; session: SessionRow } | null> => {
    const found = await tokens.findOne({ where: { tokenHash: hashToken(shown) } });
    if (!found) return null;
    await holdRow(strapi, 'session', found.sessionId);
    const [token, session] = [await tokens.findOne({ where: { id: found.id } }), await sessionRows.findOne({ where: { id: found.sessionId, kind: 'app', expiresAt: { $gt: now() } } })];
    return token && session && new Date(token.expiresAt) > now() ? { token, session } : null;
  };

  return {
    /** Signs an app in: a session without a cookie, and its first tokens. Call it only for whom nothing else has to be asked. */
    async begin(ctx: Context, customerId: number, { scopes = [...tokenScopes], device }: TokenWish): Promise<AppTokens> {
      const { accessToken, ...times } = access();
      const wanted = scopesOf(scopes.join(' '));
      return inTransaction(strapi, async () => {
        const own = { customerId, kind: 'app' as const, scopes: wanted.join(' '), device: device ?? ctx.get('User-Agent').slice(0, 200), address: ctx.ip.slice(0, 64) };
        const sessionId = await insertRow<SessionRow>(strapi, 'session', { ...own, ...times, tokenHash: hashToken(accessToken) });
        return answerOf(accessToken, (await issueRefresh(sessionId)).token, wanted);
      });
    },

    /** New tokens for a refresh token, once; `token_invalid` for one that is over, and for every reason to refuse. */
    async refresh(shown: string): Promise<AppTokens> {
      const renewed = await inTransaction(strapi, async (): Promise<AppTokens | null> => {
        const found = await held(shown);
        if (!found) return null;
        const { token, session } = found;
        if (token.state !== 'live' && !(await replaces(token))) {
          await endFamily(session);
          return null;
        }
        const mayComeIn = await getService(strapi, 'customers', customers).viewer(session.customerId);
        return mayComeIn ? renew(session, token) : null;
      });
      if (!renewed) throw refused();
      return renewed;
    },

    /** Ends the family of a refresh token; harmless for one that is none. */
    async end(shown: string): Promise<void> {
      const found = await tokens.findOne({ where: { tokenHash: hashToken(shown) } });
      if (found) await sessionRows.deleteMany({ where: { id: found.sessionId, kind: 'app' } });
    },

    /** Tokens that are over, and those whose session was ended. */
    async forgetExpired(): Promise<void> {
      await tokens.deleteMany({ where: { expiresAt: { $lt: now() } } });
      await writeStatement(strapi, 'delete from portal_refresh_tokens where session_id not in (select id from portal_sessions)', []);
    },
  };
};
