import type { Context } from 'koa';
import { gapDraft, labelQuery, lookBack } from '../../../../contracts/knowledge-desk';
import type { Gaps } from '../../../../contracts/knowledge-desk';
import { answer } from '../../platform/answer';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { bodyOf, idIn } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { articleGaps } from '../services/article-gaps';
import { gapDrafts } from '../services/gap-drafts';
import { knowledgeFigures } from '../services/knowledge-figures';
import { learnedLabels } from '../services/learned-labels';
import { searchGaps } from '../services/search-gaps';

type Ability = { can(action: string, subject: string): boolean };

/** Drafts are made in the content manager's name, so its own right is asked. */
const needToWrite = (ctx: Context): void => {
  const ability = ctx.state.userAbility as Ability | undefined;
  if (!ability?.can('plugin::content-manager.explorer.create', 'plugin::portal.article')) throw new Refusal('access_refused', 'Your role does not allow to create articles.');
};

/** What authors learn from readers: `/portal/knowledge/gaps`, `figures` and `labels`. */
export const authors: ControllerFactory = ({ strapi }) => ({
  /** GET /portal/knowledge/gaps?days → what is missing, did not help or is out of date; needs `knowledge.read`. */
  async gaps(ctx) {
    const { days } = validate(lookBack, ctx.query);
    const missed = getService(strapi, 'search-gaps', searchGaps);
    const articles = getService(strapi, 'article-gaps', articleGaps);
    const gaps: Gaps = { searches: await missed.searches(days), unhelpful: await articles.unhelpful(days), stale: await articles.stale(), suggestions: await missed.suggestions(days) };
    answer(ctx, gaps);
  },

  /** POST /portal/knowledge/gaps/drafts `{ gap }` → 201 with a new draft, 200 with the one that was made of it before; needs `knowledge.read` and the right to create articles. */
  async draft(ctx) {
    needToWrite(ctx);
    const { gap } = validate(gapDraft, bodyOf(ctx));
    const { isNew, document, language } = await getService(strapi, 'gap-drafts', gapDrafts).make(gap, agentOf(ctx).name);
    answer(ctx, { document, language }, {}, isNew ? 201 : 200);
  },

  /** GET /portal/knowledge/figures?days → deflection per query and article; needs `knowledge.read`. */
  async figures(ctx) {
    answer(ctx, await getService(strapi, 'knowledge-figures', knowledgeFigures).of(validate(lookBack, ctx.query).days));
  },

  /** GET /portal/knowledge/labels?page&pageSize → what the search learned; needs `knowledge.read`. */
  async labels(ctx) {
    const { page, pageSize } = validate(labelQuery, ctx.query);
    const { data, pagination } = await getService(strapi, 'learned-labels', learnedLabels).page(page, pageSize);
    answer(ctx, data, { pagination });
  },

  /** DELETE /portal/knowledge/labels/:id → forgotten; needs `knowledge.labels`. */
  async forget(ctx) {
    await getService(strapi, 'learned-labels', learnedLabels).remove(idIn(ctx));
    answer(ctx, { id: idIn(ctx) });
  },
});
