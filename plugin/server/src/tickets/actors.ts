import type { Context } from 'koa';
import type { Viewer } from '../accounts/viewer';
import type { Actor } from './rows';

/** The signed-in customer as the one who acts. */
export const requesterOf = (viewer: Viewer): Actor => ({ kind: 'customer', id: viewer.customerId, name: viewer.name });

interface AdminUser {
  id: number;
  firstname: string | null;
  lastname: string | null;
}
/** An admin user's name as customers and colleagues read it; never the address. */
export const agentName = ({ firstname, lastname }: Pick<AdminUser, 'firstname' | 'lastname'>): string =>
  [firstname, lastname].filter(Boolean).join(' ') || 'Support';

/** The admin user of a desk request as the one who acts. Only behind `admin::isAuthenticatedAdmin`. */
export const agentOf = (ctx: Context): Actor & { id: number } => {
  const user = ctx.state.user as AdminUser;
  return { kind: 'agent', id: user.id, name: agentName(user) };
};
