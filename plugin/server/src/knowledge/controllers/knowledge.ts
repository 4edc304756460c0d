import type { Context } from 'koa';
import { articleFeedback, readingQuery } from '../../../../contracts/knowledge';
import { answer } from '../../platform/answer';
import { askedQuery } from '../../platform/asked-query';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { audienceOf, knownReader, languageFor, readersOf, viewerIn } from '../readers';
import { articleOpinions } from '../services/article-opinions';
import { articleReading } from '../services/article-reading';
import { articleCounts } from '../services/article-counts';
import { knowledgeHome } from '../services/knowledge-home';

const slugOf = (ctx: Context): string => String(ctx.params.slug);
const languageOf = (ctx: Context): string | undefined => languageFor(ctx, askedQuery(readingQuery, ctx).language);

/** Lets a client keep the answer to somebody unknown, and ask each time whether it still holds: 304 then. */
const remember = (ctx: Context, version: string): void => {
  const tag = `W/"${version}"`;
  ctx.set('ETag', tag);
  ctx.set('Cache-Control', 'private, no-cache');
  ctx.set('Vary', 'Cookie');
  // Compared here: Koa's own look gives up where a client, as Node's fetch does, says no-cache as well.
  if (ctx.get('If-None-Match').split(/,\s*/).includes(tag)) ctx.status = 304;
};

/** The knowledge base as readers see it: `knowledge`. Only what is published and theirs to see, on every path. */
export const knowledge: ControllerFactory = ({ strapi }) => {
  const lists = () => getService(strapi, 'knowledge-home', knowledgeHome);
  const reading = () => getService(strapi, 'article-reading', articleReading);
  const opinions = () => getService(strapi, 'article-opinions', articleOpinions);
  return {
    /** GET knowledge?language → categories, featured, popular and recent articles. */
    async home(ctx) {
      answer(ctx, await lists().home(languageOf(ctx), audienceOf(ctx)));
    },

    /** GET knowledge/categories/:slug?language → its articles; 404 where the reader can see none. */
    async category(ctx) {
      answer(ctx, await lists().category(slugOf(ctx), languageOf(ctx), audienceOf(ctx)));
    },

    /** GET knowledge/faq?language → questions with their answers, by category. */
    async faq(ctx) {
      answer(ctx, await lists().faq(languageOf(ctx), audienceOf(ctx)));
    },

    /** GET knowledge/sitemap → what everybody may read, whoever asks. */
    async sitemap(ctx) {
      languageOf(ctx);
      answer(ctx, await lists().sitemap());
    },

    /** GET knowledge/articles/:slug?language → the article, in another language where it has no own; 304 for a stranger who has it. */
    async article(ctx) {
      const audience = audienceOf(ctx);
      const found = await reading().find(slugOf(ctx), languageOf(ctx), audience);
      const article = await reading().read(found, audience);
      const feedback = found && (await opinions().of(found.article.document, readersOf(ctx, strapi)));
      if (found) getService(strapi, 'article-counts', articleCounts).count(found.article.document, 'views');
      answer(ctx, { ...article, feedback });
      if (!viewerIn(ctx) && feedback === null) remember(ctx, article.version);
    },

    /** PUT knowledge/articles/:slug/feedback → 200; one opinion a reader and article. */
    async feedback(ctx) {
      const input = validate(articleFeedback, bodyOf(ctx));
      const found = await reading().find(slugOf(ctx), languageOf(ctx), audienceOf(ctx));
      if (!found) throw notFound();
      await opinions().say(found.article.document, found.article.locale, knownReader(ctx, strapi), input);
      answer(ctx, { helpful: input.helpful });
    },
  };
};
