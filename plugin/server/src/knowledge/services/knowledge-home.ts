import type { Faq, KnowledgeCategoryPage, KnowledgeHome, SitemapEntry } from '../../../../contracts/knowledge';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { publishedOn, toCategory, toCategoryName, toLink } from '../article-links';
import { localeFor } from '../locales';
import type { PublishedArticle, Shelf } from '../shelf';
import type { Audience } from '../visibility';
import { articleShelf } from './article-shelf';
import { articleTexts } from './article-texts';
import { articleCounts } from './article-counts';

const few = 6;
const mostQuestions = 200;

interface Seen {
  shelf: Shelf;
  locale: string;
  visible: PublishedArticle[];
}

/** The lists of the knowledge base: home, one category, questions, sitemap. All from the shelf, as one reader sees it. */
export const knowledgeHome = ({ strapi }: { strapi: Strapi }) => {
  const look = async (language: string | undefined, audience: Audience): Promise<Seen> => {
    const shelf = await getService(strapi, 'article-shelf', articleShelf).get();
    const locale = localeFor(language, shelf.locales);
    return { shelf, locale, visible: shelf.visible(locale, audience, now().getTime()) };
  };

  const mostRead = async (visible: PublishedArticle[]): Promise<PublishedArticle[]> => {
    const views = await getService(strapi, 'article-counts', articleCounts).recentViews();
    const read = visible.filter(({ document }) => views.has(document));
    return read.sort((one, other) => (views.get(other.document) ?? 0) - (views.get(one.document) ?? 0)).slice(0, few);
  };

  const questionOf = async (article: PublishedArticle): Promise<Faq['groups'][number]['questions']> => {
    const text = await getService(strapi, 'article-texts', articleTexts).of(article);
    return text ? [{ slug: article.slug, title: article.title, html: text.html, language: article.locale }] : [];
  };

  return {
    async home(language: string | undefined, audience: Audience): Promise<KnowledgeHome> {
      const { shelf, locale, visible } = await look(language, audience);
      const links = (articles: PublishedArticle[]) => articles.map((article) => toLink(article, shelf, locale));
      return {
        categories: shelf.categories(locale).map((category) => toCategory(category, visible)).filter(({ articleCount }) => articleCount > 0),
        featured: links(visible.filter(({ featured }) => featured).slice(0, few)),
        popular: links(await mostRead(visible)),
        recent: links(visible.slice(0, few)),
      };
    },

    /** 404 for a category that does not exist and for one in which this reader can see nothing. */
    async category(slug: string, language: string | undefined, audience: Audience): Promise<KnowledgeCategoryPage> {
      const { shelf, locale, visible } = await look(language, audience);
      const category = shelf.categoryOf(slug, locale);
      const inside = visible.filter((article) => article.category === category?.document);
      if (!category || inside.length === 0) throw notFound();
      const sorted = inside.toSorted((one, other) => Number(other.featured) - Number(one.featured) || one.title.localeCompare(other.title, locale));
      return { category: toCategory(category, visible), articles: sorted.map((article) => toLink(article, shelf, locale)) };
    },

    async faq(language: string | undefined, audience: Audience): Promise<Faq> {
      const { shelf, locale, visible } = await look(language, audience);
      const asked = visible.filter(({ isFaq }) => isFaq).slice(0, mostQuestions);
      const shelves = [...shelf.categories(locale), undefined];
      const groups: Faq['groups'] = [];
      for (const category of shelves) {
        const inside = asked.filter((article) => shelf.category(article.category, locale)?.document === category?.document);
        const questions = [];
        for (const article of inside.toSorted((one, other) => one.title.localeCompare(other.title, locale))) questions.push(...(await questionOf(article)));
        if (questions.length > 0) groups.push({ category: toCategoryName(category), questions });
      }
      return { groups };
    },

    /** What everybody may read, each article in each of its languages, newest first. */
    async sitemap(): Promise<SitemapEntry[]> {
      const { shelf } = await look(undefined, null);
      const moment = now().getTime();
      const entries = shelf.documents().flatMap((document) => {
        const versions = shelf.versions(document).flatMap(({ locale }) => shelf.readable(document, locale, null, moment) ?? []);
        const alternates = versions.map(({ locale, slug }) => ({ language: locale, slug }));
        return versions.map((version) => ({ version, alternates }));
      });
      return entries
        .sort((one, other) => other.version.publishedAt - one.version.publishedAt || one.version.id - other.version.id)
        .map(({ version: { slug, locale, title, summary, updatedAt, ...version }, alternates }) => ({ slug, language: locale, title, summary, updatedAt: new Date(updatedAt).toISOString(), publishedAt: publishedOn({ slug, locale, title, summary, updatedAt, ...version }), alternates }));
    },
  };
};
