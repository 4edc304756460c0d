import type { Example } from '@components/example';
import type { Props } from './KeepDraft.astro';

export const examples: Example<Props>[] = [
  {
    title: 'A form',
    props: { to: '?kept' },
    slot: '<form class="stack"><div class="field"><label class="field-label" for="kept">Kept while you type</label><textarea class="input rows-3" id="kept" name="kept" rows="3"></textarea></div><button class="button secondary" type="submit">Continue</button></form>',
  },
];
