import type { IndexState } from '../../../../contracts/knowledge-desk';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import type { ControllerFactory } from '../../platform/domain';
import { articleIndex } from '../services/article-index';

/** The search index, for those who look after it: `/portal/knowledge/index`. */
export const searchIndex: ControllerFactory = ({ strapi }) => {
  const index = () => getService(strapi, 'article-index', articleIndex);
  const state = async (): Promise<IndexState> => {
    const { ready, documents, passages, examples, behind, languages, vectors } = await index().health();
    return { ready, documents, passages, examples, behind, languages, vectors, rebuild: index().progress() };
  };
  return {
    /** GET /portal/knowledge/index → what can be found, and how far a rebuild is; needs `knowledge.read`. */
    async show(ctx) {
      answer(ctx, await state());
    },

    /** POST /portal/knowledge/index/rebuilds → 202; progress is told by `index`. Again during one: 202, nothing more. Needs `knowledge.rebuild`. */
    async rebuild(ctx) {
      index().start();
      answer(ctx, await state(), {}, 202);
    },
  };
};
