import type { Context } from 'koa';
import { Refusal } from '../platform/errors';

/** Refuses an agent without this action: for routes where the second right depends on what is wanted. */
export const needRight = (ctx: Context, action: string): void => {
  const ability = ctx.state.userAbility as { can(action: string): boolean } | undefined;
  if (!ability?.can(action)) throw new Refusal('access_refused', 'Your role does not allow this change.');
};
