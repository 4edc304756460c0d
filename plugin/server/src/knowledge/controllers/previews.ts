import { previewRequest } from '../../../../contracts/knowledge-desk';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { articlePreviews } from '../services/article-previews';
import type { Ability } from '../services/article-previews';

/** Articles before they are published: made by authors at `/portal/knowledge/previews`, read by whoever has the address. */
export const previews: ControllerFactory = ({ strapi }) => {
  const service = () => getService(strapi, 'article-previews', articlePreviews);
  return {
    /** POST /portal/knowledge/previews → 201 with the address of the page; needs `knowledge.preview` and the content manager's right to read the article. */
    async create(ctx) {
      const wanted = validate(previewRequest, bodyOf(ctx));
      const { user, userAbility } = ctx.state as { user: { id: number }; userAbility: Ability };
      answer(ctx, await service().make(wanted, user.id, userAbility), {}, 201);
    },

    /** GET knowledge/previews/:token → the version as that reader would get it; 404 for every token that does not hold. Noted nowhere. */
    async show(ctx) {
      answer(ctx, await service().open(String(ctx.params.token)));
    },
  };
};
