import type { Context } from 'koa';
import { now } from '../platform/clock';
import type { Author } from './services/audit-log';

/** The admin user of a request as the one who changes something. Only behind `admin::isAuthenticatedAdmin`. */
export const authorOf = (ctx: Context): Author => {
  const { id, firstname, lastname, email } = ctx.state.user as { id: number; firstname: string | null; lastname: string | null; email: string };
  return { id, name: [firstname, lastname].filter(Boolean).join(' ') || email };
};

/** The hour of now, for what is noted once an hour. */
export const thisHour = (): string => now().toISOString().slice(0, 13);
