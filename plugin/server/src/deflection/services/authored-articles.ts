import type { AuthoredArticle } from '../../../../contracts/knowledge-desk';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { articleShelf } from '../../knowledge/services/article-shelf';

/** Articles as authors name them: in the standard language if they have it, whoever may read them. */
export const authoredArticles = ({ strapi }: { strapi: Strapi }) => ({
  /** By document; those that are not published any more are left out. */
  async named(documents: Iterable<string>): Promise<Map<string, AuthoredArticle>> {
    const shelf = await getService(strapi, 'article-shelf', articleShelf).get();
    const found = [...new Set(documents)].flatMap((document): [string, AuthoredArticle][] => {
      const version = shelf.version(document, shelf.locales.standard) ?? shelf.versions(document)[0];
      return version ? [[document, { document, language: version.locale, slug: version.slug, title: version.title }]] : [];
    });
    return new Map(found);
  },
});
