import { createHash } from 'node:crypto';
import type { Article, ArticleLink } from '../../../../contracts/knowledge';
import { now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { publishedOn, toLink } from '../article-links';
import { localeFor } from '../locales';
import type { PublishedArticle, Shelf } from '../shelf';
import type { Audience } from '../visibility';
import { articleShelf } from './article-shelf';
import { articleTexts } from './article-texts';
import type { ArticleText } from './article-texts';

const mostRelated = 5;

/** Which article of the shelf a reader gets for a slug. */
export interface FoundArticle {
  shelf: Shelf;
  article: PublishedArticle;
  locale: string;
}
/** An article but for what this reader said of it. */
export type ReadArticle = Omit<Article, 'feedback'>;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Of a text that is kept for many readers, so that only what differs between them is read through for each. */
const textDigests = new WeakMap<ArticleText, string>();
const digestOf = (text: ArticleText): string => {
  const known = textDigests.get(text) ?? digest(JSON.stringify([text.html, text.contents, text.video]));
  textDigests.set(text, known);
  return known;
};

type Frame = Omit<ReadArticle, 'version' | 'html' | 'contents' | 'video'>;
/** The whole answer, under a version that is another as soon as any of it is. */
const named = (frame: Frame, text: ArticleText): ReadArticle => ({
  ...frame,
  html: text.html,
  contents: text.contents,
  video: text.video,
  version: digest(`${digestOf(text)} ${JSON.stringify(frame)}`),
});

/** One article, as one reader may see it. */
export const articleReading = ({ strapi }: { strapi: Strapi }) => {
  /** Chosen by the authors first, then of the same category by common words of their titles' keywords. */
  const related = ({ shelf, article, locale }: FoundArticle, audience: Audience): ArticleLink[] => {
    const moment = now().getTime();
    const chosen = article.related.flatMap((document) => shelf.readable(document, locale, audience, moment) ?? []);
    const same = shelf.visible(locale, audience, moment).filter(({ category }) => category !== null && category === article.category);
    const all = [...chosen, ...same].filter(({ document }, index, list) => document !== article.document && list.findIndex((each) => each.document === document) === index);
    return all.slice(0, mostRelated).map((each) => toLink(each, shelf, locale));
  };

  const frameOf = (found: FoundArticle, audience: Audience): Frame => {
    const { shelf, article, locale } = found;
    const moment = now().getTime();
    const versions = shelf.versions(article.document).flatMap((version) => shelf.readable(version.document, version.locale, audience, moment) ?? []);
    return {
      ...toLink(article, shelf, locale),
      isFallback: article.locale !== locale,
      alternates: versions.map(({ locale: language, slug }) => ({ language, slug })),
      publishedAt: publishedOn(article),
      isFaq: article.isFaq,
      related: related(found, audience),
      isPublic: shelf.readable(article.document, article.locale, null, moment) !== undefined,
    };
  };

  return {
    /** The article of a slug for this reader; null for one that does not exist, is not published or is not his to see. */
    async find(slug: string, language: string | undefined, audience: Audience): Promise<FoundArticle | null> {
      const shelf = await getService(strapi, 'article-shelf', articleShelf).get();
      const wanted = language === undefined ? undefined : localeFor(language, shelf.locales);
      const named = shelf.documentOf(slug, wanted ?? shelf.locales.standard);
      if (!named) return null;
      const locale = wanted ?? named.locale;
      const article = shelf.readable(named.document, locale, audience, now().getTime());
      return article ? { shelf, article, locale } : null;
    },

    /** 404 for what `find` does not find. */
    async read(found: FoundArticle | null, audience: Audience): Promise<ReadArticle> {
      const text = found && (await getService(strapi, 'article-texts', articleTexts).of(found.article));
      if (!found || !text) throw notFound();
      return named(frameOf(found, audience), text);
    },

    /** An article as a reader would get it, wherever version and texts come from. Whether he may, the caller says. */
    as: (found: FoundArticle, text: ArticleText, audience: Audience): ReadArticle => named(frameOf(found, audience), text),
  };
};
