import { LRUCache } from 'lru-cache';
import type { ArticleVideo } from '../../../../contracts/knowledge';
import { columnsFor, readRows, storedJson } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { isFilled } from '../rendering/blocks';
import type { Heading } from '../rendering/finish';
import { renderBlocks, renderMarkdown } from '../rendering/render';
import type { Section } from '../rendering/sections';
import { embeddedVideo } from '../rendering/video';
import type { PublishedArticle } from '../shelf';

/** An article's texts, ready to show and to find. */
export interface ArticleText {
  html: string;
  contents: Heading[];
  sections: Section[];
  video: ArticleVideo | null;
}
export interface TextColumns {
  id: number;
  locale: string;
  body: string | null;
  content: unknown;
  transcript: string | null;
  videoUrl: string | null;
}
interface FileColumns {
  field: string;
  url: string;
  mime: string;
}
const textColumns = columnsFor(['id', 'locale', 'body', 'content', 'transcript', 'videoUrl']);
const filesSql = `select m.field, f.url, f.mime from files_related_mph m join files f on f.id = m.file_id where m.related_id = ? and m.related_type = 'plugin::portal.article'`;
export type Named = Pick<PublishedArticle, 'id' | 'updatedAt'>;

const contentOf = (stored: unknown): unknown => {
  try {
    return storedJson(stored);
  } catch {
    return null;
  }
};

const videoOf = (row: TextColumns, files: FileColumns[], transcriptHtml: string): ArticleVideo | null => {
  const file = (field: string): FileColumns | undefined => files.find((each) => each.field === field);
  const [film, captions] = [file('videoFile'), file('captions')];
  if (film) return { kind: 'file', src: film.url, mime: film.mime, poster: file('poster')?.url ?? null, captions: captions ? { src: captions.url, language: row.locale } : null, transcriptHtml };
  const embed = embeddedVideo(row.videoUrl);
  return embed && { kind: 'embed', ...embed, transcriptHtml };
};

/** The texts of an article: of the blocks if there are any, else of the Markdown. */
export const textFrom = async (row: TextColumns, files: FileColumns[]): Promise<ArticleText> => {
  const content = contentOf(row.content);
  const main = isFilled(content) ? await renderBlocks(content, row.locale) : await renderMarkdown(row.body ?? '', row.locale);
  const transcript = await renderMarkdown(row.transcript ?? '', row.locale);
  // Anchors of a transcript would meet those of the text.
  const video = videoOf(row, files, transcript.html.replace(/ id="s-[^"]*"/g, ''));
  const spoken = video ? transcript.sections.map(({ text }) => ({ heading: '', anchor: 'transcript', text })) : [];
  return { html: main.html, contents: main.contents, sections: [...main.sections, ...spoken], video };
};

/** Rendered articles, kept by their version: rendering takes a hundred times as long as reading. */
export const articleTexts = ({ strapi }: { strapi: Strapi }) => {
  const kept = new LRUCache<string, ArticleText>({ maxSize: 32_000_000, sizeCalculation: ({ html, sections }) => html.length + sections.reduce((sum, { text }) => sum + text.length, 100) });

  /** Row and files of a version, in two statements. */
  const read = async (id: number): Promise<ArticleText | null> => {
    const [row] = await readRows<TextColumns>(strapi, `select ${textColumns} from portal_articles where id = ?`, [id]);
    if (!row) return null;
    const files = await readRows<FileColumns>(strapi, filesSql, [id]);
    return textFrom(row, files);
  };

  return {
    /** As they are at this moment, and kept nowhere: for drafts. Null when the version is gone by now. */
    unkept: read,

    /** Null when the version is gone by now. */
    async of({ id, updatedAt }: Named): Promise<ArticleText | null> {
      const name = `${id}:${updatedAt}`;
      const known = kept.get(name);
      if (known) return known;
      const text = await read(id);
      if (text) kept.set(name, text);
      return text;
    },
  };
};
