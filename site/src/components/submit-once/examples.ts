import type { Example } from '@components/example';
import type { Props } from './SubmitOnce.astro';

export const examples: Example<Props>[] = [
  { title: 'A form', props: {}, slot: '<form><button class="button primary" type="submit" name="do" value="send">Send request</button></form>' },
];
