import type { Context } from 'koa';
import { languages } from '../../../contracts/accounts';
import type { Language } from '../../../contracts/accounts';

/** The first of the wishes of a request that we speak; English where there is none. */
export const requestLanguage = (ctx: Context): Language => {
  const wished = ctx.acceptsLanguages([...languages]);
  return languages.find((each) => each === wished) ?? 'en';
};
