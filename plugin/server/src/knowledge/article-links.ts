import type { ArticleLink, KnowledgeCategory } from '../../../contracts/knowledge';
import type { PublishedArticle, Shelf, ShelfCategory } from './shelf';

const iso = (moment: number): string => new Date(moment).toISOString();

/** A category as articles name it. */
export const toCategoryName = (category: ShelfCategory | undefined): ArticleLink['category'] => (category ? { slug: category.slug, name: category.name } : null);

/** An article as lists show it; an allow-list, whoever asks. */
export const toLink = (article: PublishedArticle, shelf: Shelf, locale: string): ArticleLink => ({
  slug: article.slug,
  title: article.title,
  summary: article.summary,
  category: toCategoryName(shelf.category(article.category, locale)),
  language: article.locale,
  hasVideo: article.hasVideo,
  updatedAt: iso(article.updatedAt),
});

/** A category with the number of articles that this reader can see. */
export const toCategory = ({ document, locale, slug, name, description }: ShelfCategory, visible: PublishedArticle[]): KnowledgeCategory => ({
  slug,
  language: locale,
  name,
  description,
  articleCount: visible.filter(({ category }) => category === document).length,
});

/** When an article was first published, in the form of the contract. */
export const publishedOn = ({ publishedAt }: PublishedArticle): string => iso(publishedAt);
