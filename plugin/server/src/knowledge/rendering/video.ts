/** A video on another site: `src` is what a frame shows once the reader asks, `page` where it can be watched there. */
export interface EmbeddedVideo {
  provider: 'youtube' | 'vimeo' | 'peertube';
  src: string;
  page: string;
}

const youtube = (url: URL): EmbeddedVideo | null => {
  const host = url.hostname.replace(/^(www|m)\./, '');
  if (!['youtube.com', 'youtu.be', 'youtube-nocookie.com'].includes(host)) return null;
  const path = /^\/(?:embed\/|shorts\/|live\/)?([\w-]{11})$/.exec(url.pathname)?.[1];
  const id = url.pathname === '/watch' ? url.searchParams.get('v') : path;
  if (!id || !/^[\w-]{11}$/.test(id)) return null;
  return { provider: 'youtube', src: `https://www.youtube-nocookie.com/embed/${id}`, page: `https://www.youtube.com/watch?v=${id}` };
};

const vimeo = (url: URL): EmbeddedVideo | null => {
  if (!['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'].includes(url.hostname)) return null;
  const [, id, key] = /^\/(?:video\/)?(\d{5,12})(?:\/([0-9a-f]{8,12}))?$/.exec(url.pathname) ?? [];
  if (!id) return null;
  return { provider: 'vimeo', src: `https://player.vimeo.com/video/${id}?dnt=1${key ? `&h=${key}` : ''}`, page: `https://vimeo.com/${id}${key ? `/${key}` : ''}` };
};

const peertube = (url: URL): EmbeddedVideo | null => {
  const id = /^\/(?:w|videos\/watch|videos\/embed)\/([\w-]{8,40})$/.exec(url.pathname)?.[1];
  return id ? { provider: 'peertube', src: `https://${url.host}/videos/embed/${id}?p2p=0`, page: `https://${url.host}/w/${id}` } : null;
};

/** What a pasted address of a video means; null for anything but a page of a provider that we know, over https. */
export const embeddedVideo = (address: string | null): EmbeddedVideo | null => {
  const url = address && address.length <= 500 ? URL.parse(address.trim()) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.port !== '') return null;
  return youtube(url) ?? vimeo(url) ?? peertube(url);
};
