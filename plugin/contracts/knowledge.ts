import { z } from 'zod';
import { languages } from './accounts';
import type { Language } from './accounts';
import type { Pagination } from './platform';
import { pageNumber, pageSize } from './platform';

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;
/** A language of an article: those of the portal, and any other that authors write in (BCP 47, such as `ar`). */
export const articleLanguage = z.string().regex(languageTag);
/** The same question without an error made for each no: it is put on every read. */
export const isArticleLanguage = (tag: string | undefined): tag is string => tag !== undefined && languageTag.test(tag);

/** Query of everything that is read; any other key (`status`, say) is refused. */
export const readingQuery = z.strictObject({ language: articleLanguage.optional() });

export interface KnowledgeCategory {
  slug: string;
  /** Language of name and description: the wanted one, else another that they are written in. */
  language: string;
  name: string;
  description: string;
  /** Articles that this reader can see. */
  articleCount: number;
}

/** An article as lists, search and "related" show it. Only ever one that is published and that the reader may see. */
export interface ArticleLink {
  slug: string;
  title: string;
  summary: string;
  category: { slug: string; name: string } | null;
  /** Language of title and summary: the wanted one, else the installation's default. */
  language: string;
  hasVideo: boolean;
  updatedAt: string;
}

/** GET knowledge: what the home page and the page of all answers stand on. */
export interface KnowledgeHome {
  categories: KnowledgeCategory[];
  featured: ArticleLink[];
  /** Most read in the last thirty days. */
  popular: ArticleLink[];
  recent: ArticleLink[];
}

/** GET knowledge/categories/:slug */
export interface KnowledgeCategoryPage {
  category: KnowledgeCategory;
  articles: ArticleLink[];
}

/** A video beside an article. Nothing of it is loaded from elsewhere before the reader asks. */
export type ArticleVideo =
  | { kind: 'file'; src: string; mime: string; poster: string | null; captions: { src: string; language: string } | null; transcriptHtml: string }
  | { kind: 'embed'; provider: 'youtube' | 'vimeo' | 'peertube'; src: string; page: string; transcriptHtml: string };

/** GET knowledge/articles/:slug?language= */
export interface Article extends ArticleLink {
  /** Safe HTML; headings carry the anchors of `contents`. */
  html: string;
  contents: { anchor: string; title: string; level: 2 | 3 }[];
  /** True when the wanted language has no translation and another is shown. */
  isFallback: boolean;
  alternates: { language: string; slug: string }[];
  video: ArticleVideo | null;
  publishedAt: string;
  isFaq: boolean;
  related: ArticleLink[];
  /** What this reader said of it before; null when nothing. */
  feedback: { helpful: boolean } | null;
  /** True for anonymous readers too: pages may be cached and listed in the sitemap. */
  isPublic: boolean;
  /** Changes whenever anything above but `feedback` does: with it, a page that was sent before needs not be sent again. */
  version: string;
}

/** GET knowledge/previews/:token: a version that only its authors know, as a reader would get it. */
export interface ArticlePreview {
  article: Article;
  status: 'draft' | 'published';
  /** The segment of the reader whom it is shown as; null: somebody without an account. */
  audience: string | null;
  /** False where this reader would get a 404 all the same, by segment, account or date. */
  isReadable: boolean;
}

/** GET knowledge/faq: by category, in its order. */
export interface Faq {
  groups: { category: { slug: string; name: string } | null; questions: { slug: string; title: string; html: string; language: string }[] }[];
}

/** GET knowledge/search */
export const searchQuery = z.strictObject({
  q: z.string().max(10_000).default(''),
  language: articleLanguage.optional(),
  category: z.string().max(80).optional(),
  page: pageNumber.default(1),
  pageSize: pageSize.default(10),
  /** Said by a box that searches while somebody types: half a word is no search to be noted, and `search` is null. */
  typing: z.literal('true').optional(),
});
export type SearchQuery = z.infer<typeof searchQuery>;

export interface SearchHit {
  article: ArticleLink;
  /** Heading of the passage that fits best; empty for the beginning. */
  heading: string;
  anchor: string;
  /** Plain text; `marks` are [from, to) offsets into it. */
  passage: string;
  marks: [number, number][];
}
export interface SearchAnswer {
  hits: SearchHit[];
  /** What was probably meant, when a word is unknown. */
  spelling: string | null;
  /** Names this search when a hit is opened; null when nothing was searched. */
  search: string | null;
  /** An answer can be written from what was found: POST knowledge/answers. */
  writtenAnswers: boolean;
}
export type SearchPagination = Pagination;

/** POST knowledge/suggestions: answers before a ticket is sent. */
export const suggestionRequest = z.strictObject({
  subject: z.string().max(200).default(''),
  body: z.string().max(50_000).default(''),
  category: z.string().max(80).optional(),
  language: z.enum(languages).optional(),
});
export type SuggestionRequest = z.infer<typeof suggestionRequest>;

/** Also GET knowledge/suggestions/:id, for its owner. No hits: there is nothing worth showing. */
export interface Suggestion {
  id: string;
  hits: SearchHit[];
  /** Slugs that were opened since. */
  opened: string[];
  outcome: 'open' | 'solved' | 'sent';
}

/** POST knowledge/openings: an offered or found article was opened. `source` is a suggestion's or a search's name. */
export const articleOpening = z.strictObject({ article: z.string().min(1).max(200), source: z.string().min(1).max(64) });
/** PUT knowledge/suggestions/:id/outcome */
export const suggestionOutcome = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('solved'), article: z.string().min(1).max(200) }),
  z.strictObject({ outcome: z.literal('sent'), reference: z.string().min(1).max(20) }),
  /** He began a chat all the same. */
  z.strictObject({ outcome: z.literal('chatted') }),
]);
export type SuggestionOutcome = z.infer<typeof suggestionOutcome>;

export const feedbackReasons = ['unclear', 'incomplete', 'outdated', 'wrong_topic'] as const;
/** PUT knowledge/articles/:slug/feedback; saying it again replaces what was said. */
export const articleFeedback = z.strictObject({
  helpful: z.boolean(),
  reason: z.enum(feedbackReasons).optional(),
  comment: z.string().trim().max(1000).optional(),
});
export type ArticleFeedback = z.infer<typeof articleFeedback>;

/** GET knowledge/sitemap: articles that everybody may read, each in each of its languages. */
export interface SitemapEntry {
  slug: string;
  language: string;
  title: string;
  summary: string;
  updatedAt: string;
  publishedAt: string;
  alternates: { language: string; slug: string }[];
}

/** GET tickets/:reference/articles, and the same for agents under /portal. */
export interface TicketArticles {
  /** Linked by an agent, or the one that solved it. */
  linked: (ArticleLink & { solved: boolean })[];
  /** Fits by its words; published and visible to the requester, whoever asks. */
  related: ArticleLink[];
}

/** Which languages an interface has words for; an article's own language may be another. */
export const isInterfaceLanguage = (language: string): language is Language => (languages as readonly string[]).includes(language);
