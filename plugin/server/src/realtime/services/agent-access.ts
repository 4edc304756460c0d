import { deskActions } from '../../../../contracts/desk';
import { after, now, seconds } from '../../platform/clock';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { openPass, passKey, sealPass } from '../agent-pass';
import type { PassClaims } from '../agent-pass';

const passHolds = seconds(30);
const openSql = (count: number): string => `select s.session_id as "session" from strapi_sessions s join admin_users u on cast(u.id as text) = s.user_id
  where s.origin = 'admin' and s.expires_at > ? and u.is_active = ? and coalesce(u.blocked, ?) = ? and s.session_id in (${Array.from({ length: count }, () => '?').join(', ')})`;

interface AdminUser {
  isActive: boolean;
  blocked: boolean | null;
}

/** Which agents may have a socket. */
export const agentAccess = ({ strapi }: { strapi: Strapi }) => {
  const key = (): Buffer => passKey(strapi.config.get<string>('admin.auth.secret'));

  return {
    /** What opens a socket for an agent, in the session he asked in. */
    passFor: ({ id, name }: { id: number; name: string }, session: string): string => sealPass({ user: id, session, name, until: after(now(), passHolds).getTime() }, key()),

    /** What a pass says, or null for one that does not hold. */
    claimsOf: (pass: string): PassClaims | null => openPass(pass, key(), now()),

    /** Those of some sessions of the admin that go on, of users who still work here. One statement. */
    async openSessions(ids: string[]): Promise<Set<string>> {
      if (ids.length === 0) return new Set();
      const found = await readRows<{ session: string }>(strapi, openSql(ids.length), [now(), true, false, false, ...ids]);
      return new Set(found.map(({ session }) => session));
    },

    /** Whether the user's roles, as they are now, let him read tickets. */
    async mayRead(user: number): Promise<boolean> {
      const found = (await strapi.db.query('admin::user').findOne({ where: { id: user }, populate: ['roles'] })) as AdminUser | null;
      if (!found?.isActive || found.blocked) return false;
      const ability = (await strapi.service('admin::permission').engine.generateUserAbility(found)) as { can(action: string): boolean };
      return ability.can(deskActions.read);
    },
  };
};
