import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { answerFile } from '../file-answer';
import { sharedPage } from '../services/shared-page';

/** A request as whoever has a link to it reads it: `shared/:token`. */
export const shared: ControllerFactory = ({ strapi }) => {
  const page = () => getService(strapi, 'shared-page', sharedPage);
  return {
    /** GET shared/:token → SharedTicket; 404 alike for expired, taken back and invented ones. */
    async show(ctx) {
      ctx.set('X-Robots-Tag', 'noindex, nofollow');
      answer(ctx, await page().show(String(ctx.params.token)));
    },
    /** GET shared/:token/attachments/:id → the bytes, to save. */
    async file(ctx) {
      const row = await page().file(String(ctx.params.token), String(ctx.params.id));
      ctx.set('X-Robots-Tag', 'noindex, nofollow');
      ctx.set('Referrer-Policy', 'no-referrer');
      await answerFile(ctx, strapi, row);
    },
  };
};
