import type { Example } from '@components/example';
import type { Props } from './FileList.astro';

const href = '#file-list';
export const examples: Example<Props>[] = [
  {
    title: 'Each with a form of its own',
    props: {
      form: { action: '#file-list', token: '' },
      files: [
        { id: 'a', name: 'invoice-4471.pdf', size: 184_320, href, removable: false },
        { id: 'c', name: 'drawing.pdf', size: 92_160, href, removable: false, withheld: 'scanning' },
        { id: 'd', name: 'letter.doc', size: 48_000, href, removable: false, withheld: 'virus' },
        { id: 'b', name: 'a-photo-of-the-parcel-at-the-wrong-door-taken-on-friday-evening.jpg', size: 2_412_000, href, removable: true },
      ],
    },
  },
];
