import type { Example } from '@components/example';
import type { Props } from './CharacterCount.astro';

export const examples: Example<Props>[] = [
  {
    title: 'Close to the limit',
    props: { id: 'counted-count', limit: 40 },
    slot: '<label class="field-label" for="counted">Counted</label><textarea class="input rows-3" id="counted" name="counted" rows="3" aria-describedby="counted-count">Thirty-four letters and some more</textarea>',
  },
];
