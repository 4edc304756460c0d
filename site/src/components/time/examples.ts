import type { Example } from '@components/example';
import type { Props } from './Time.astro';

const now = new Date('2026-11-23T12:00:00Z');
export const examples: Example<Props>[] = [
  { title: 'Hours ago', props: { value: '2026-11-23T09:40:00Z', now } },
  { title: 'Yesterday', props: { value: '2026-11-22T14:05:00Z', now } },
  { title: 'This year', props: { value: '2026-10-02T09:12:00Z', now } },
  { title: 'Short', props: { value: '2025-11-20T09:12:00Z', now, as: 'short' } },
  { title: 'Exact', props: { value: '2026-11-20T09:12:00Z', now, as: 'exact' } },
];
