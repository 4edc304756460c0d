import type { Example } from '@components/example';
import type { Props } from './Contents.astro';

export const examples: Example<Props>[] = [
  {
    title: 'With parts of parts',
    props: {
      items: [
        { anchor: 's-restart', title: 'Start the Hub again', level: 2 },
        { anchor: 's-address', title: 'Find its address', level: 3 },
        { anchor: 's-arabic', title: 'When it stays amber although the Wi-Fi is there', level: 2 },
      ],
    },
  },
];
