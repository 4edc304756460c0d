import type { Context } from 'koa';
import { articleOpening, searchQuery, suggestionOutcome, suggestionRequest } from '../../../../contracts/knowledge';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { audienceOf, knownReader, languageFor, readersOf, viewerIn } from '../../knowledge/readers';
import { articleFinding } from '../../knowledge/services/article-finding';
import { effectivePolicy } from '../../segments/services/policies';
import { openings } from '../services/openings';
import { searchRecords } from '../services/search-records';
import { suggestionOutcomes } from '../services/suggestion-outcomes';
import { suggestions } from '../services/suggestions';
import type { Asker } from '../services/suggestions';

const mostHits = 50;

/** Searching, and answers before a request is sent: `knowledge/search`, `knowledge/suggestions`, `knowledge/openings`. */
export const answers: ControllerFactory = ({ strapi }) => {
  const asker = (ctx: Context): Asker => ({ readers: readersOf(ctx, strapi), audience: audienceOf(ctx) });
  return {
    /** GET knowledge/search?q&language&category&page&pageSize&typing → hits; any text is welcome. */
    async search(ctx) {
      const { q, language, category, page, typing, ...query } = validate(searchQuery, ctx.query);
      const pageSize = Math.min(query.pageSize, mostHits);
      const found = await getService(strapi, 'article-finding', articleFinding).search({ text: q, language: languageFor(ctx, language), category, offset: (page - 1) * pageSize, limit: pageSize }, audienceOf(ctx));
      const hits = await getService(strapi, 'article-finding', articleFinding).toHits(found.hits, found.locale, audienceOf(ctx));
      // A further page and a half-typed word are no other search.
      const search = page > 1 || typing ? null : getService(strapi, 'search-records', searchRecords).note(q, found);
      const pagination = { page, pageSize, pageCount: Math.max(1, Math.ceil(found.total / pageSize)), total: found.total };
      const { writtenAnswers } = effectivePolicy(strapi, viewerIn(ctx)).features;
      answer(ctx, { hits, spelling: found.spelling, search, writtenAnswers: writtenAnswers && hits.length > 0 }, { pagination });
    },

    /** POST knowledge/suggestions → 201 with what may answer it, perhaps nothing. */
    async suggest(ctx) {
      const input = validate(suggestionRequest, bodyOf(ctx));
      const owner = knownReader(ctx, strapi);
      answer(ctx, await getService(strapi, 'suggestions', suggestions).offer(owner, { ...input, language: languageFor(ctx, input.language) }, asker(ctx)), {}, 201);
    },

    /** GET knowledge/suggestions/:id → one's own; 404 for another's. */
    async show(ctx) {
      answer(ctx, await getService(strapi, 'suggestions', suggestions).show(String(ctx.params.id), asker(ctx)));
    },

    /** PUT knowledge/suggestions/:id/outcome → 200; the first outcome counts. */
    async conclude(ctx) {
      const id = String(ctx.params.id);
      const outcome = validate(suggestionOutcome, bodyOf(ctx));
      await getService(strapi, 'suggestion-outcomes', suggestionOutcomes).set(id, outcome, asker(ctx), viewerIn(ctx)?.customerId ?? null);
      answer(ctx, await getService(strapi, 'suggestions', suggestions).show(id, asker(ctx)));
    },

    /** POST knowledge/openings → 201; counts once an article and suggestion. */
    async open(ctx) {
      const input = validate(articleOpening, bodyOf(ctx));
      await getService(strapi, 'openings', openings).note(input, asker(ctx));
      answer(ctx, { article: input.article }, {}, 201);
    },
  };
};
