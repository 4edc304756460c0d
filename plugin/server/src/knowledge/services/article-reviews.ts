import { errors } from '@strapi/utils';
import { knowledgeActions } from '../../../../contracts/knowledge-desk';
import { now } from '../../platform/clock';
import type { Strapi } from '../../platform/domain';
import { stateAfter } from '../reviews';

type Params = { documentId?: string; locale?: string | string[] | null; status?: string; data?: Record<string, unknown> };
interface Draft {
  id: number;
  reviewState: string;
}
const uid = 'plugin::portal.article';
const populate = ['videoFile', 'captions', 'poster'];

const needsApproval = (): Error =>
  new errors.ApplicationError('This article is not approved yet. Set its review state to "in_review" and ask somebody who may publish; he approves it, and then it can be published by anybody.');
const mayNotApprove = (): Error => new errors.ForbiddenError('Your role may not approve articles. Set the review state to "in_review" instead.');

/** Reviews before publication, which Strapi's free edition lacks. Enforced below the content manager, for every way that leads here from outside. */
export const articleReviews = ({ strapi }: { strapi: Strapi }) => {
  /** Programs (seeds, imports, the job) act for those who started them; requests for their user. */
  const mayPublish = (): boolean => {
    const ctx = strapi.requestContext.get();
    if (!ctx) return true;
    const ability = ctx.state.userAbility as { can(action: string): boolean } | undefined;
    return ability?.can(knowledgeActions.publish) ?? false;
  };

  const drafts = async ({ documentId, locale }: Params): Promise<(Draft & Record<string, unknown>)[]> => {
    if (!documentId) return [];
    const standard = (await strapi.plugin('i18n').service('locales').getDefaultLocale()) as string;
    const wanted = locale === '*' ? {} : { locale: { $in: [locale ?? standard].flat() } };
    return strapi.db.query(uid).findMany({ where: { documentId, publishedAt: null, ...wanted }, populate });
  };

  return {
    /** Keeps or ends an approval as an article is saved. 403 where it is approved by somebody who may not. */
    async beforeSave(params: Params): Promise<void> {
      if (!params.data) return;
      const [stored] = await drafts(params);
      const state = stateAfter(params.data, stored ?? null, mayPublish());
      if (state === null) throw mayNotApprove();
      params.data = { ...params.data, reviewState: state };
      if (params.status === 'published' && !mayPublish() && state !== 'approved') throw needsApproval();
    },

    /** Refuses what nobody approved, and notes the first publication of each language. */
    async beforePublication(params: Params): Promise<void> {
      const found = await drafts(params);
      if (!mayPublish() && found.some(({ reviewState }) => reviewState !== 'approved')) throw needsApproval();
      await strapi.db.queryBuilder(uid).where({ id: { $in: found.map(({ id }) => id) }, firstPublished: null }).update({ firstPublished: now() }).execute();
    },

    /** A copy was seen by nobody. */
    beforeCopy(params: Params): void {
      params.data = { ...params.data, reviewState: 'draft', publishAt: null, firstPublished: null };
    },
  };
};
