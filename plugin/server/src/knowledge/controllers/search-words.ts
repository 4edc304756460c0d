import type { Context } from 'koa';
import * as contract from '../../../../contracts/search-words';
import { authorOf } from '../../audit/author';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { searchWordsEditing } from '../services/search-words-editing';

const languageOf = (ctx: Context): string => String(ctx.params.language);

/** Synonyms and stop words: `/portal/knowledge/search-words`. All need `search-words.manage`. */
export const searchWords: ControllerFactory = ({ strapi }) => {
  const editing = () => getService(strapi, 'search-words-editing', searchWordsEditing);
  return {
    /** GET /portal/knowledge/search-words → LanguageWords[], one for each language of the articles. */
    async index(ctx) {
      answer(ctx, await editing().list());
    },
    /** PUT /portal/knowledge/search-words/:language `{ version, groups, stopWords }` → LanguageWords; counts here at once, elsewhere within a second. 404 for a language that nothing is written in, 409 `changed_meanwhile`. */
    async update(ctx) {
      answer(ctx, await editing().change(languageOf(ctx), validate(contract.searchWordsChange, bodyOf(ctx)), authorOf(ctx)));
    },
    /** POST /portal/knowledge/search-words/:language/trials `{ text, groups, stopWords }` → TrialAnswer; keeps nothing. */
    async try(ctx) {
      answer(ctx, await editing().try(languageOf(ctx), validate(contract.searchTrial, bodyOf(ctx))));
    },
  };
};
