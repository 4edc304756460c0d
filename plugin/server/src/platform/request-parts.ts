import type { Context } from 'koa';
import { notFound } from './errors';

/** The body of a request as it was parsed; nothing may be believed of it before `validate`. */
export const bodyOf = (ctx: Context): unknown => (ctx.request as { body?: unknown }).body;

/** The id of a row in an address; 404 for what could be none. The longest is the database's. */
export const idIn = (ctx: Context, name = 'id'): number => {
  const written = String((ctx.params as Record<string, unknown>)[name]);
  const id = /^[1-9]\d{0,9}$/.test(written) ? Number(written) : 0;
  if (id < 1 || id > 2_147_483_647) throw notFound();
  return id;
};
