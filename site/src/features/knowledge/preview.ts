import type { ArticlePreview } from '@contracts/knowledge';
import { isInterfaceLanguage } from '@contracts/knowledge';
import type { Language } from '@contracts/accounts';
import type { Words } from '@i18n/index';
import type { PortalApi } from '@portal-api/client';
import { articlePolicy } from './page-policy';

/** A version as its authors look at it, and what its page's answer must say: it is nobody's to list. */
export interface OpenedPreview extends ArticlePreview {
  headers: Record<string, string>;
}

/** Reads what a token stands for; null where it stands for nothing. */
export const openPreview = async (token: string, api: PortalApi): Promise<OpenedPreview | null> => {
  const answer = await api.get<ArticlePreview>(`/knowledge/previews/${encodeURIComponent(token)}`);
  if (!answer.ok) return null;
  const headers = { 'Content-Security-Policy': articlePolicy(answer.data.article), 'X-Robots-Tag': 'noindex, nofollow', 'Cache-Control': 'private, no-store' };
  return { ...answer.data, headers };
};

/** The language of the frame: that of its readers, whatever the author's browser wishes. */
export const frameLanguage = ({ article: { language } }: ArticlePreview, own: Language): Language => {
  const base = language.split('-')[0] ?? '';
  return isInterfaceLanguage(base) ? base : own;
};

/** What the banner says: how far it is, as whom it is seen, and that this reader would not get it. */
export const previewBanner = ({ status, audience, isReadable }: ArticlePreview, { knowledge: { preview } }: Words): { title: string; text: string } => {
  const whom = audience === null ? preview.stranger : preview.segment(audience);
  return { title: preview[status], text: isReadable ? whom : `${whom} ${preview.hidden}` };
};
