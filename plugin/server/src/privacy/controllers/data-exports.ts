import { needRecentProof } from '../../accounts/recent-proof';
import type { Context } from 'koa';
import { viewerOf } from '../../accounts/strategies';
import { answerBytes } from '../../conversation/file-answer';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { dataExports as service } from '../services/data-exports';

/** Archives of the viewer's own data: `me/exports`. */
export const dataExports: ControllerFactory = ({ strapi }) => {
  const exports = () => getService(strapi, 'data-exports', service);
  const idOf = (ctx: Context): string => String(ctx.params.id);
  return {
    /** POST me/exports → 201 DataExport that is being made; 409 `export_under_way`, 429 for a second within a day. */
    async create(ctx) {
      const viewer = viewerOf(ctx);
      // All of somebody's letters in one file are not for whoever finds his browser open.
      needRecentProof(viewer);
      answer(ctx, await exports().ask(viewer), {}, 201);
    },
    /** GET me/exports → DataExport[], the latest first. */
    async index(ctx) {
      answer(ctx, await exports().list(viewerOf(ctx).customerId));
    },
    /** GET me/exports/:id → DataExport with how far it is. */
    async show(ctx) {
      answer(ctx, await exports().show(viewerOf(ctx).customerId, idOf(ctx)));
    },
    /** GET me/exports/:id/file → the archive, to save; 404 before it is ready and after `expiresAt`. */
    async file(ctx) {
      const { bytes, ...file } = await exports().file(viewerOf(ctx), idOf(ctx));
      answerBytes(ctx, file, bytes);
    },
  };
};
