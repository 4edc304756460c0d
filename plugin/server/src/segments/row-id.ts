import type { Context } from 'koa';
import { notFound } from '../platform/errors';

/** The id in an address; 404 for what could be none. */
export const idIn = (ctx: Context): number => {
  const id = /^[1-9]\d{0,9}$/.test(String(ctx.params.id)) ? Number(ctx.params.id) : 0;
  if (id < 1 || id > 2_147_483_647) throw notFound();
  return id;
};
