import type { GapDraft } from '../../../../contracts/knowledge-desk';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { documents } from '../../knowledge/documents';
import { localeFor } from '../../knowledge/locales';
import { articleLanguages } from '../../knowledge/services/article-languages';
import { slugFor } from '../../tickets/category-rules';
import { categories } from '../../tickets/services/categories';
import { gapOfCategory, gapOfSearch, parseGap } from '../gap-names';
import type { Gap } from '../gap-names';
import type { SearchRecordRow, TakenGapRow } from '../rows';

const uid = 'plugin::portal.article';
const headline = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Drafts of articles that are missing. */
export const gapDrafts = ({ strapi }: { strapi: Strapi }) => {
  const taken = rows<TakenGapRow>(strapi, 'taken-gap');
  const exists = async (document: string): Promise<boolean> => (await strapi.db.query(uid).count({ where: { documentId: document } })) > 0;

  /** How it was asked last; 404 for a gap that nobody ever fell into. */
  const titleOf = async (gap: Gap): Promise<string> => {
    if (gap.kind === 'category') return (gap.category === null ? null : await getService(strapi, 'categories', categories).bySlug(gap.category))?.name ?? 'Requests without a category';
    const [last] = await rows<SearchRecordRow>(strapi, 'search-record').findMany({ where: { language: gap.language, normal: gap.normal }, select: ['id', 'query'], orderBy: { id: 'desc' }, limit: 1 });
    if (!last) throw notFound();
    return headline(last.query);
  };

  const slugOf = async (title: string): Promise<string> => {
    const used = (await strapi.db.query(uid).findMany({ select: ['slug'], where: { publishedAt: null } })) as { slug: string | null }[];
    const slugs = used.map(({ slug }) => slug ?? '');
    const slug = slugFor(title, slugs);
    // Titles in other alphabets have no letters that an address can show.
    return slug === '' || slug.startsWith('category') ? slugFor('article', slugs) : slug;
  };

  return {
    /** Makes a draft of a gap and notes who took it; of a taken one it answers the draft that is there. */
    async make(name: string, by: string): Promise<GapDraft & { isNew: boolean }> {
      const gap = parseGap(name);
      if (!gap) throw notFound();
      const key = gap.kind === 'search' ? gapOfSearch(gap.language, gap.normal) : gapOfCategory(gap.category);
      const before = await taken.findOne({ where: { gap: key } });
      if (before && (await exists(before.document))) return { document: before.document, language: before.language, isNew: false };
      const title = (await titleOf(gap)).slice(0, 200);
      const language = localeFor(gap.kind === 'search' ? gap.language : undefined, await getService(strapi, 'article-languages', articleLanguages).get());
      const { documentId: document } = await documents(strapi, 'article').create({ locale: language, data: { title, slug: await slugOf(title), keywords: gap.kind === 'search' ? gap.normal : '', reviewState: 'draft' } });
      await putRow<TakenGapRow>(strapi, 'taken-gap', { gap: key }, { document, language, takenBy: by });
      return { document, language, isNew: true };
    },
  };
};
