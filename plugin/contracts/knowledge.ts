import { z } from 'zod';
import { languages } from './accounts';
import type { Language } from './accounts';
import { moment } from './moment';
import type { Pagination } from './platform';
import { pageNumber, pageSize } from './platform';

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;
/** A language of an article: those of the portal, and any other that authors write in (BCP 47, such as `ar`). */
export const articleLanguage = z.string().regex(languageTag);
/** The same question without an error made for each no: it is put on every read. */
export const isArticleLanguage = (tag: string | undefined): tag is string => tag !== undefined && languageTag.test(tag);

/** Query of everything that is read; any other key (`status`, say) is refused. */
export const readingQuery = z.strictObject({ language: articleLanguage.optional() });

export const knowledgeCategory = z.object({
  slug: z.string(),
  language: z.string().describe('Language of name and description: the wanted one, else another that they are written in.'),
  name: z.string(),
  description: z.string(),
  articleCount: z.number().int().describe('Articles that this reader can see.'),
}).meta({ id: 'KnowledgeCategory' });
export type KnowledgeCategory = z.infer<typeof knowledgeCategory>;

/** An article as lists, search and "related" show it. Only ever one that is published and that the reader may see. */
export const articleLink = z.object({
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  category: z.object({ slug: z.string(), name: z.string() }).nullable(),
  language: z.string().describe('Language of title and summary: the wanted one, else the installation’s default.'),
  hasVideo: z.boolean(),
  updatedAt: moment,
}).meta({ id: 'ArticleLink' });
export type ArticleLink = z.infer<typeof articleLink>;

/** GET knowledge: what the home page and the page of all answers stand on. */
export const knowledgeHome = z.object({
  categories: z.array(knowledgeCategory),
  featured: z.array(articleLink),
  popular: z.array(articleLink).describe('Most read in the last thirty days.'),
  recent: z.array(articleLink),
}).meta({ id: 'KnowledgeHome' });
export type KnowledgeHome = z.infer<typeof knowledgeHome>;

/** GET knowledge/categories/:slug */
export const knowledgeCategoryPage = z.object({
  category: knowledgeCategory,
  articles: z.array(articleLink),
}).meta({ id: 'KnowledgeCategoryPage' });
export type KnowledgeCategoryPage = z.infer<typeof knowledgeCategoryPage>;

/** A video beside an article. Nothing of it is loaded from elsewhere before the reader asks. */
export const articleVideo = z.union([z.object({
  kind: z.literal('file'),
  src: z.string(),
  mime: z.string(),
  poster: z.string().nullable(),
  captions: z.object({ src: z.string(), language: z.string() }).nullable(),
  transcriptHtml: z.string(),
}), z.object({
  kind: z.literal('embed'),
  provider: z.enum(['youtube', 'vimeo', 'peertube']),
  src: z.string(),
  page: z.string(),
  transcriptHtml: z.string(),
})]).meta({ id: 'ArticleVideo' });
export type ArticleVideo = z.infer<typeof articleVideo>;

/** GET knowledge/articles/:slug?language= */
export const article = articleLink.extend({
  html: z.string().describe('Safe HTML; headings carry the anchors of `contents`.'),
  contents: z.array(z.object({ anchor: z.string(), title: z.string(), level: z.union([z.literal(2), z.literal(3)]) })),
  isFallback: z.boolean().describe('True when the wanted language has no translation and another is shown.'),
  alternates: z.array(z.object({ language: z.string(), slug: z.string() })),
  video: articleVideo.nullable(),
  publishedAt: moment,
  isFaq: z.boolean(),
  related: z.array(articleLink),
  feedback: z.object({ helpful: z.boolean() }).nullable().describe('What this reader said of it before; null when nothing.'),
  isPublic: z.boolean().describe('True for anonymous readers too: pages may be cached and listed in the sitemap.'),
  version: z.string().describe('Changes whenever anything above but `feedback` does: with it, a page that was sent before needs not be sent again.'),
}).meta({ id: 'Article' });
export type Article = z.infer<typeof article>;

/** GET knowledge/previews/:token: a version that only its authors know, as a reader would get it. */
export const articlePreview = z.object({
  article: article,
  status: z.enum(['draft', 'published']),
  audience: z.string().nullable().describe('The segment of the reader whom it is shown as; null: somebody without an account.'),
  isReadable: z.boolean().describe('False where this reader would get a 404 all the same, by segment, account or date.'),
}).meta({ id: 'ArticlePreview' });
export type ArticlePreview = z.infer<typeof articlePreview>;

/** GET knowledge/faq: by category, in its order. */
export const faq = z.object({
  groups: z.array(z.object({ category: z.object({ slug: z.string(), name: z.string() }).nullable(), questions: z.array(z.object({ slug: z.string(), title: z.string(), html: z.string(), language: z.string() })) })),
}).meta({ id: 'Faq' });
export type Faq = z.infer<typeof faq>;

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

export const searchHit = z.object({
  article: articleLink,
  heading: z.string().describe('Heading of the passage that fits best; empty for the beginning.'),
  anchor: z.string(),
  passage: z.string().describe('Plain text; `marks` are [from, to) offsets into it.'),
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
}).meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;
export const searchAnswer = z.object({
  hits: z.array(searchHit),
  spelling: z.string().nullable().describe('What was probably meant, when a word is unknown.'),
  search: z.string().nullable().describe('Names this search when a hit is opened; null when nothing was searched.'),
  writtenAnswers: z.boolean().describe('An answer can be written from what was found: POST knowledge/answers.'),
}).meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.infer<typeof searchAnswer>;
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
export const suggestion = z.object({
  id: z.string(),
  hits: z.array(searchHit),
  opened: z.array(z.string()).describe('Slugs that were opened since.'),
  outcome: z.enum(['open', 'solved', 'sent']),
}).meta({ id: 'Suggestion' });
export type Suggestion = z.infer<typeof suggestion>;

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
export const sitemapEntry = z.object({
  slug: z.string(),
  language: z.string(),
  title: z.string(),
  summary: z.string(),
  updatedAt: moment,
  publishedAt: moment,
  alternates: z.array(z.object({ language: z.string(), slug: z.string() })),
}).meta({ id: 'SitemapEntry' });
export type SitemapEntry = z.infer<typeof sitemapEntry>;

/** GET tickets/:reference/articles, and the same for agents under /portal. */
export const ticketArticles = z.object({
  linked: z.array(articleLink.extend({
  solved: z.boolean(),
})).describe('Linked by an agent, or the one that solved it.'),
  related: z.array(articleLink).describe('Fits by its words; published and visible to the requester, whoever asks.'),
}).meta({ id: 'TicketArticles' });
export type TicketArticles = z.infer<typeof ticketArticles>;

/** Which languages an interface has words for; an article's own language may be another. */
export const isInterfaceLanguage = (language: string): language is Language => (languages as readonly string[]).includes(language);
