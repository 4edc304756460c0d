import type { Article } from '@contracts/knowledge';
import type { PortalApi } from '@portal-api/client';
import { articlePolicy } from './page-policy';
import { entityTag, isKept, keptHeaders } from './kept-page';

/** An article as it was asked for. */
export interface OpenedArticle {
  article: Article;
  /** The suggestion that offered it to this reader; null when he came another way. */
  suggestion: string | null;
  /** What he was about to send. */
  before: 'chat' | 'request';
  /** What its page's answer must say; kept pages carry their tag here. */
  headers: Record<string, string>;
  /** The page is the same for all strangers and sets no cookie. */
  sameForAll: boolean;
}

type Page = Pick<App.Locals, 'api' | 'host' | 'language' | 'frame'>;

/** Says where the reader came from. False when that is no offer of his: a made-up name, or one of a search. */
const noteOpening = async (api: PortalApi, article: string, source: string | null): Promise<boolean> =>
  source !== null && (await api.send('POST', '/knowledge/openings', { article, source: source.slice(0, 64) })).ok;

/** Reads an article and notes how it was found; null when there is none for this reader. */
export const openArticle = async (slug: string, query: URLSearchParams, { api, ...page }: Page): Promise<OpenedArticle | null> => {
  const [from, search, language] = ['from', 'search', 'language'].map((name) => query.get(name)) as [string | null, string | null, string | null];
  const asked = language && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(language) ? `?language=${language}` : '';
  const [answer, isOffer] = await Promise.all([api.get<Article>(`/knowledge/articles/${encodeURIComponent(slug)}${asked}`), noteOpening(api, slug, from), noteOpening(api, slug, search)]);
  if (!answer.ok) return null;
  const article = answer.data;
  const before = query.get('before') === 'chat' ? 'chat' : 'request';
  const policy = { 'Content-Security-Policy': articlePolicy(article) };
  if (api.mayBeSignedIn || from !== null) return { article, before, suggestion: isOffer ? from : null, headers: policy, sameForAll: false };
  const tag = entityTag([import.meta.env.BUILD, page.host.look, page.host.origins[0], page.host.knowledgeBase, page.host.ticketSubmission, page.language, [...query], article.feedback, article.version, (await page.frame()).version]);
  const isPlain = article.feedback === null && article.isPublic;
  return { article, before, suggestion: null, headers: { ...policy, ...keptHeaders(tag, isPlain) }, sameForAll: true };
};

/** The answer to a browser that has this very page already; null when it needs the page. */
export const unchanged = (request: Request, { headers }: OpenedArticle): Response | null =>
  headers['ETag'] !== undefined && isKept(request, headers['ETag']) ? new Response(null, { status: 304, headers }) : null;
