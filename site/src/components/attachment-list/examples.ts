import type { Example } from '@components/example';
import type { Props } from './AttachmentList.astro';

export const examples: Example<Props>[] = [
  {
    title: 'Two files',
    props: {
      files: [
        { name: 'invoice-4471.pdf', size: 184_320, href: '#attachment-list' },
        { name: 'a-photo-of-the-parcel-at-the-wrong-door-taken-on-friday-evening.jpg', size: 2_412_000, href: '#attachment-list' },
      ],
    },
  },
];
