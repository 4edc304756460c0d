import type { Context } from 'koa';
import { categoryChange } from '../../../../contracts/tickets';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { categoryEditing } from '../services/category-editing';

/** Categories as admins edit them: `/portal/categories`. */
export const deskCategories: ControllerFactory = ({ strapi }) => {
  const editing = () => getService(strapi, 'category-editing', categoryEditing);
  const change = (ctx: Context) => validate(categoryChange, (ctx.request as { body?: unknown }).body);
  return {
    /** GET /portal/categories → also the inactive ones; needs `tickets.read`. */
    async index(ctx) {
      answer(ctx, await editing().list());
    },
    /** POST /portal/categories → 201 with the slug; needs `categories.manage`. */
    async create(ctx) {
      answer(ctx, { slug: await editing().create(change(ctx)) }, {}, 201);
    },
    /** PUT /portal/categories/:slug → the whole category; needs `categories.manage`. */
    async update(ctx) {
      const slug = String(ctx.params.slug);
      await editing().update(slug, change(ctx));
      answer(ctx, { slug });
    },
    /** DELETE /portal/categories/:slug → 409 `category_in_use` where something hangs on it; needs `categories.manage`. */
    async remove(ctx) {
      const slug = String(ctx.params.slug);
      await editing().remove(slug);
      answer(ctx, { slug });
    },
  };
};
