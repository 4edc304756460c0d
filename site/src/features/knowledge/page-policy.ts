import type { Article } from '@contracts/knowledge';
import { policyWith } from '../../middleware/headers';

const originOf = (address: string | null): string[] => {
  const url = address === null ? null : URL.parse(address);
  // A policy is a line of words: whatever else an origin may be, it must not add some.
  return url?.protocol === 'https:' && /^[\w.-]+(?::\d+)?$/.test(url.host) ? [url.origin] : [];
};
const picture = /<img[^>]*\ssrc="(https:\/\/[^"]+)"/g;

/** The policy of an article's page: beside our own origin only where its very pictures and video are. */
export const articlePolicy = ({ html, video }: Pick<Article, 'html' | 'video'>): string => {
  const pictures = [...html.matchAll(picture)].flatMap(([, src]) => originOf(src ?? null));
  const isFile = video?.kind === 'file';
  return policyWith({
    images: [...pictures, ...(isFile ? originOf(video.poster) : [])],
    media: isFile ? [video.src, video.captions?.src ?? null].flatMap(originOf) : [],
    frames: video?.kind === 'embed' ? originOf(video.src) : [],
  });
};
