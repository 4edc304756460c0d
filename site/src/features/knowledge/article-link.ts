import type { ArticleLink } from '@contracts/knowledge';
import type { Reader } from '@i18n/reader';

/** The small line under an article's title: its topic, and that it has a video. */
export const articleMeta = ({ category, hasVideo }: ArticleLink, { words }: Reader): string =>
  [category?.name, hasVideo ? words.knowledge.answers.video : ''].filter(Boolean).join(' · ');
