import type { Context } from 'koa';
import { draftChange, draftPurpose } from '../../../../contracts/conversation';
import type { Viewer } from '../../accounts/viewer';
import { answer } from '../../platform/answer';
import { readCookie, writeCookie } from '../../platform/cookies';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { newToken } from '../../platform/tokens';
import { validate } from '../../platform/validate';
import type { ControllerFactory, Strapi } from '../../platform/domain';
import { toDraft } from '../serialize';
import { drafts as service } from '../services/drafts';

const jarForm = /^[\w-]{43}$/;
const month = 30 * 24 * 3_600_000;

const cookieName = 'portal_drafts';
const jarOf = (ctx: Context, strapi: Strapi): string | null => {
  const jar = readCookie(ctx, strapi, cookieName) ?? '';
  return jarForm.test(jar) ? jar : null;
};
const purposeOf = (ctx: Context): string => validate(draftPurpose, ctx.params.purpose);

/** Forms that were not sent yet: `drafts/:purpose`. */
export const drafts: ControllerFactory = ({ strapi }) => {
  const store = () => getService(strapi, 'drafts', service);
  const viewerIn = (ctx: Context): Viewer | undefined => ctx.state.customer as Viewer | undefined;

  const ownJar = (ctx: Context): string => {
    const jar = jarOf(ctx, strapi) ?? newToken();
    writeCookie(ctx, strapi, cookieName, jar, month);
    return jar;
  };

  return {
    /** GET drafts/:purpose → this browser's draft; 404 unless it is the viewer's. */
    async show(ctx) {
      const viewer = viewerIn(ctx);
      if (!viewer) throw new Refusal('not_signed_in', 'Sign in to see what you wrote.');
      const jar = jarOf(ctx, strapi);
      const found = jar && (await store().read(jar, purposeOf(ctx), viewer.customerId));
      if (!found) throw notFound();
      answer(ctx, toDraft(found));
    },

    /** PUT drafts/:purpose `{ values }` → 200; without a session too, for what was typed after it ended. */
    async update(ctx) {
      const { values } = validate(draftChange, bodyOf(ctx));
      const row = await store().write(ownJar(ctx), purposeOf(ctx), values, viewerIn(ctx)?.customerId ?? null);
      answer(ctx, { purpose: row.purpose });
    },

    /** DELETE drafts/:purpose → 200, also when there was none. */
    async remove(ctx) {
      const jar = jarOf(ctx, strapi);
      if (jar) await store().remove(jar, purposeOf(ctx));
      answer(ctx, { purpose: purposeOf(ctx) });
    },
  };
};
