import type { DeskArticles, GapDraft, Gaps, IndexState, KnowledgeFigures, NewPreview, PreviewRequest } from '../../../contracts/knowledge-desk';
import type { SegmentTitle } from '../../../contracts/settings';
import { get, post, put, remove } from '../desk/ask';

/** How many days authors look back. */
export type Days = '7' | '30' | '90';

const articlesOf = (reference: string): string => `/portal/tickets/${encodeURIComponent(reference)}/articles`;

/** GET /portal/knowledge/gaps */
export const readGaps = (days: Days, signal?: AbortSignal): Promise<Gaps> => get(`/portal/knowledge/gaps?days=${days}`, signal);
/** GET /portal/knowledge/figures */
export const readFigures = (days: Days, signal?: AbortSignal): Promise<KnowledgeFigures> => get(`/portal/knowledge/figures?days=${days}`, signal);
/** POST /portal/knowledge/gaps/drafts */
export const startDraft = (gap: string): Promise<GapDraft> => post('/portal/knowledge/gaps/drafts', { gap });
/** POST /portal/knowledge/previews */
export const makePreview = (wanted: PreviewRequest): Promise<NewPreview> => post('/portal/knowledge/previews', wanted);
/** GET /portal/knowledge/segments */
export const listSegmentTitles = (signal?: AbortSignal): Promise<SegmentTitle[]> => get('/portal/knowledge/segments', signal);
/** GET /portal/knowledge/index */
export const readIndex = (signal?: AbortSignal): Promise<IndexState> => get('/portal/knowledge/index', signal);
/** POST /portal/knowledge/index/rebuilds */
export const rebuildIndex = (): Promise<IndexState> => post('/portal/knowledge/index/rebuilds', {});

/** GET /portal/tickets/:reference/articles */
export const readTicketArticles = (reference: string, signal?: AbortSignal): Promise<DeskArticles> => get(articlesOf(reference), signal);
/** PUT /portal/tickets/:reference/articles/:slug */
export const linkArticle = (reference: string, slug: string): Promise<DeskArticles> => put(`${articlesOf(reference)}/${slug}`, {});
/** DELETE /portal/tickets/:reference/articles/:slug */
export const unlinkArticle = (reference: string, slug: string): Promise<DeskArticles> => remove(`${articlesOf(reference)}/${slug}`);
