import type { Context } from 'koa';
import { categoryOrder } from '../../../../contracts/desk';
import { categoryChange } from '../../../../contracts/tickets';
import { authorOf } from '../../audit/author';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { categoryEditing } from '../services/category-editing';

/** Categories as admins edit them: `/portal/categories`. */
export const deskCategories: ControllerFactory = ({ strapi }) => {
  const editing = () => getService(strapi, 'category-editing', categoryEditing);
  const change = (ctx: Context) => validate(categoryChange, bodyOf(ctx));
  return {
    /** GET /portal/categories → also the inactive ones; needs `tickets.read`. */
    async index(ctx) {
      answer(ctx, await editing().list());
    },
    /** POST /portal/categories → 201 with the slug; needs `categories.manage`. */
    async create(ctx) {
      answer(ctx, { slug: await editing().create(change(ctx), authorOf(ctx)) }, {}, 201);
    },
    /** PUT /portal/categories/:slug → the whole category; needs `categories.manage`. */
    async update(ctx) {
      const slug = String(ctx.params.slug);
      await editing().update(slug, change(ctx), authorOf(ctx));
      answer(ctx, { slug });
    },
    /** PUT /portal/category-order `{ parent, slugs }` → the order; all of that level must be there. Needs `categories.manage`. */
    async order(ctx) {
      const order = validate(categoryOrder, bodyOf(ctx));
      await editing().order(order, authorOf(ctx));
      answer(ctx, order);
    },
    /** DELETE /portal/categories/:slug → 409 `category_in_use` where something hangs on it; needs `categories.manage`. */
    async remove(ctx) {
      const slug = String(ctx.params.slug);
      await editing().remove(slug, authorOf(ctx));
      answer(ctx, { slug });
    },
  };
};
