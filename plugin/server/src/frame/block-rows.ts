import { createHash } from 'node:crypto';
import { linkAddress, type BlockKind } from '../../../contracts/frame';
import { renderMarkdown } from '../knowledge/rendering/render';
import { segmentsOf } from '../knowledge/visibility';
import type { Strapi } from '../platform/domain';

interface Picture {
  url: string;
  alternativeText: string | null;
  width: number | null;
  height: number | null;
  ext: string | null;
}
interface Found {
  documentId: string;
  locale: string;
  kind: BlockKind;
  title: string;
  address: string | null;
  text: string | null;
  position: number | null;
  segments: unknown;
  updatedAt: string | Date;
  picture: Picture | null;
  articles: { documentId: string }[];
}
interface Documents {
  findMany(wanted: object): Promise<Found[]>;
}

/** A published block in one of its languages, its words made ready to show. */
export interface Block {
  document: string;
  locale: string;
  kind: BlockKind;
  title: string;
  /** Null without one, and for one that browsers would run: programs and imports pass by the guard. */
  address: string | null;
  html: string;
  position: number;
  segments: string[];
  articles: string[];
  picture: { src: string; alt: string; width: number; height: number } | null;
}
const most = 200;

const pictureOf = ({ picture, title }: Found): Block['picture'] =>
  picture && picture.width && picture.height ? { src: picture.url, alt: picture.alternativeText || title, width: picture.width, height: picture.height } : null;

const toBlock = async (found: Found): Promise<Block> => ({
  document: found.documentId,
  locale: found.locale,
  kind: found.kind,
  title: found.title,
  address: found.address && linkAddress.test(found.address) ? found.address : null,
  html: found.text ? (await renderMarkdown(found.text, found.locale)).html : '',
  position: found.position ?? 0,
  segments: segmentsOf(found.segments),
  articles: (found.articles ?? []).map(({ documentId }) => documentId),
  picture: pictureOf(found),
});

/** Every published block in every language, first things first, and a version that another state would not have. */
export const readBlocks = async (strapi: Strapi): Promise<{ blocks: Block[]; version: string }> => {
  const documents = strapi.documents('plugin::portal.portal-block' as never) as unknown as Documents;
  const found = await documents.findMany({ status: 'published', locale: '*', limit: most, populate: { picture: true, articles: { fields: ['documentId'] } } });
  const blocks = await Promise.all(found.map(toBlock));
  blocks.sort((one, other) => one.position - other.position || (one.document < other.document ? -1 : 1));
  return { blocks, version: blocks.length === 0 ? '' : createHash('sha256').update(JSON.stringify(blocks)).digest('base64url').slice(0, 12) };
};
