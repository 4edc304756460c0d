import type { ArticleLink } from '@contracts/knowledge';
import type { Reader } from '@i18n/reader';

/** The small line under an article's title: its topic, and that it has a video. */
export const articleMeta = ({ category, hasVideo }: ArticleLink, { words }: Reader): string =>
  [category?.name, hasVideo ? words.knowledge.answers.video : ''].filter(Boolean).join(' · ');

/** An article's language where it is another than the reader's; screen readers need to know, and the line may run the other way. */
export const foreignLanguage = (language: string, reader: Pick<Reader, 'language'>): string | undefined => (language === reader.language ? undefined : language);
