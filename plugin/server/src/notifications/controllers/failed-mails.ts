import { deadLetterQuery } from '../../../../contracts/mails';
import { authorOf } from '../../audit/author';
import { deadLetters } from '../../mail/services/dead-letters';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { idIn } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { deadLetterDesk } from '../services/dead-letter-desk';

/** Mails that were not taken: `/portal/mails/failed`. */
export const failedMails: ControllerFactory = ({ strapi }) => {
  const desk = () => getService(strapi, 'dead-letter-desk', deadLetterDesk);
  return {
    /** GET /portal/mails/failed?page&pageSize → DeadLetter[], the latest first; needs `mails.manage`. */
    async index(ctx) {
      const { data, pagination } = await getService(strapi, 'dead-letters', deadLetters).page(validate(deadLetterQuery, ctx.query));
      answer(ctx, data, { pagination });
    },
    /** POST /portal/mails/failed/:id/sendings → back in the queue; 404 for one that did not fail, or is decided. Needs `mails.manage`. */
    async sendAgain(ctx) {
      answer(ctx, await desk().sendAgain(idIn(ctx), authorOf(ctx)));
    },
    /** DELETE /portal/mails/failed/:id → never sent; 404 as above. Needs `mails.manage`. */
    async giveUp(ctx) {
      answer(ctx, await desk().giveUp(idIn(ctx), authorOf(ctx)));
    },
  };
};
