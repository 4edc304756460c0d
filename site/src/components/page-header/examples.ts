import type { Example } from '@components/example';
import type { Props } from './PageHeader.astro';

const subject = 'The parcel was left at the wrong door, the neighbours are away, and nobody answers the phone';
export const examples: Example<Props>[] = [
  { title: 'With an action', props: { title: 'Your requests' }, slot: '<a class="button primary" href="#page-header">New request</a>' },
  { title: 'With a lead', props: { title: 'How can we help, Cora?', lead: 'Most questions have an answer here. If yours does not, we usually reply within 3 hours.' } },
  { title: 'With a long title', props: { title: subject } },
];
