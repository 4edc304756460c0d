import type { Locales } from './locales';
import { mayRead, stricter } from './visibility';
import type { Audience, Restrictions } from './visibility';

/** What is published of one article in one language, but for its texts. */
export interface PublishedArticle extends Restrictions {
  /** Row of the published version: another one after each publication. */
  id: number;
  document: string;
  locale: string;
  slug: string;
  title: string;
  summary: string;
  keywords: string;
  /** Document of its category. */
  category: string | null;
  isFaq: boolean;
  featured: boolean;
  hasVideo: boolean;
  related: string[];
  updatedAt: number;
  publishedAt: number;
}
/** A category in one language. */
export interface ShelfCategory {
  document: string;
  locale: string;
  slug: string;
  name: string;
  description: string;
  position: number;
}

type ByLocale<T> = Map<string, T>;
const put = <T extends { document: string; locale: string }>(all: Map<string, ByLocale<T>>, item: T): void => {
  const versions = all.get(item.document) ?? new Map<string, T>();
  all.set(item.document, versions.set(item.locale, item));
};

/**
 * All that is published, in memory: which version of an article a reader gets, and whether he gets it at all,
 * is decided here and nowhere else. Made anew after each change.
 */
export class Shelf {
  private readonly articles = new Map<string, ByLocale<PublishedArticle>>();
  private readonly kinds = new Map<string, ByLocale<ShelfCategory>>();
  private readonly slugs = new Map<string, PublishedArticle[]>();
  private readonly lists = new Map<string, { until: number; list: PublishedArticle[] }>();

  constructor(
    articles: PublishedArticle[],
    categories: ShelfCategory[],
    readonly locales: Locales,
  ) {
    for (const article of articles) {
      put(this.articles, article);
      this.slugs.set(article.slug, [...(this.slugs.get(article.slug) ?? []), article]);
    }
    for (const category of categories.toSorted((one, other) => one.position - other.position)) put(this.kinds, category);
  }

  /** What a document is published as in exactly these languages. */
  versions(document: string): PublishedArticle[] {
    return [...(this.articles.get(document)?.values() ?? [])];
  }

  /** Every document that is published in some language. */
  documents(): string[] {
    return [...this.articles.keys()];
  }

  /** The version for a locale: its own, else the standard one. Its restrictions are those of both. */
  version(document: string, locale: string): PublishedArticle | undefined {
    const versions = this.articles.get(document);
    const standard = versions?.get(this.locales.standard);
    const own = versions?.get(locale);
    return own ? this.besideOriginal(own) : standard;
  }

  /** A version with what it has of the one in the standard language: the restrictions of both, and its category where it has no own. */
  besideOriginal(own: PublishedArticle): PublishedArticle {
    const standard = this.articles.get(own.document)?.get(this.locales.standard);
    return standard && own.locale !== standard.locale ? { ...own, ...stricter(own, standard), category: own.category ?? standard.category } : own;
  }

  /** The version for a reader, or undefined where he may not know of it. */
  readable(document: string, locale: string, audience: Audience, moment: number): PublishedArticle | undefined {
    const version = this.version(document, locale);
    return version && mayRead(version, audience, moment) ? version : undefined;
  }

  /** All that a reader may see, each in his language, newest first. */
  visible(locale: string, audience: Audience, moment: number): PublishedArticle[] {
    const name = JSON.stringify([locale, audience]);
    const known = this.lists.get(name);
    if (known && moment < known.until) return known.list;
    const list = this.documents().flatMap((document) => this.readable(document, locale, audience, moment) ?? []);
    list.sort((one, other) => other.publishedAt - one.publishedAt || one.id - other.id);
    const until = Math.min(...list.map(({ expiresAt }) => expiresAt ?? Number.POSITIVE_INFINITY));
    // Segments are named by admins, so there are few; a forged one cannot come here.
    this.lists.set(name, { until, list });
    return list;
  }

  /** Document of the article that has the slug: in the wanted language if there is one, else in the standard one, else in any. */
  documentOf(slug: string, locale: string): { document: string; locale: string } | undefined {
    const found = this.slugs.get(slug) ?? [];
    return found.find((each) => each.locale === locale) ?? found.find((each) => each.locale === this.locales.standard) ?? found[0];
  }

  /** A category in a language, else in the standard one, else in any that it has. */
  category(document: string | null, locale: string): ShelfCategory | undefined {
    const versions = document === null ? undefined : this.kinds.get(document);
    return versions?.get(locale) ?? versions?.get(this.locales.standard) ?? versions?.values().next().value;
  }

  /** All categories in their order. */
  categories(locale: string): ShelfCategory[] {
    return [...this.kinds.keys()].flatMap((document) => this.category(document, locale) ?? []);
  }

  /** The category of a slug in any language. */
  categoryOf(slug: string, locale: string): ShelfCategory | undefined {
    const has = (document: string): boolean => [...(this.kinds.get(document)?.values() ?? [])].some((each) => each.slug === slug);
    return this.categories(locale).find((each) => each.slug === slug) ?? this.categories(locale).find(({ document }) => has(document));
  }
}
