import type { Example } from '@components/example';
import type { Props } from './Pagination.astro';

const href = (page: number): string => `?page=${page}`;
export const examples: Example<Props>[] = [
  { title: 'In the middle', props: { page: 7, pageCount: 22, href, label: 'Pages, middle' } },
  { title: 'At the start', props: { page: 1, pageCount: 4, href, label: 'Pages, start' } },
];
