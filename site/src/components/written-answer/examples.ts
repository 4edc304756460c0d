import type { Example } from '@components/example';
import type { Props } from './WrittenAnswer.astro';

const sources = [
  { n: 1, title: 'Start the Hub again', heading: 'Pull the plug', href: '#written-answer', language: 'en' },
  { n: 2, title: 'What the light means', heading: '', href: '#written-answer', language: 'en' },
];
const sentences = [
  { text: 'Pull the plug, wait for ten seconds and plug it in again.', citations: [1] },
  { text: 'The light blinks white, then stays green.', citations: [1, 2] },
];
// One example: the component is a part of the page that has one, and its parts have ids.
export const examples: Example<Props>[] = [{ title: 'With its sources', props: { action: '#written-answer', fields: {}, answer: { state: 'answered', language: 'en', sentences, sources } } }];
