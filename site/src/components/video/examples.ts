import type { Example } from '@components/example';
import type { Props } from './Video.astro';

const transcriptHtml = '<p>Turn the clamp until it clicks. Then tighten both screws by hand.</p>';
export const examples: Example<Props>[] = [
  { title: 'Our own file', props: { title: 'Mount the station', video: { kind: 'file', src: '#video', mime: 'video/mp4', poster: null, captions: null, transcriptHtml } } },
  { title: 'Of another site', props: { title: 'Level the mast', video: { kind: 'embed', provider: 'youtube', src: 'https://www.youtube-nocookie.com/embed/aaaaaaaaaaa', page: 'https://www.youtube.com/watch?v=aaaaaaaaaaa', transcriptHtml: '' } } },
];
