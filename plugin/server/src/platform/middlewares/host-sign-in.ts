import type { Context, Next } from 'koa';
import { notFound } from '../errors';

/**
 * Keeps users-permissions' own ways into an account shut: customers are its users, and there nobody counts tries over
 * networks, asks for a second factor, ends sessions or keeps silent on who has an account. `isOpen`: the host
 * application lets people in there itself.
 */
export const hostSignIn =
  (isOpen: () => boolean) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (isOpen()) return void (await next());
    const { name, message, details } = notFound();
    ctx.status = 404;
    ctx.body = { data: null, error: { status: 404, name, message, details } };
  };
