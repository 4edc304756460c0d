import type { Example } from '@components/example';
import type { Props } from './SearchHit.astro';

const passage = 'Pull the plug, wait for ten seconds and plug it in again. The light blinks white, then stays green. When it stays amber, the Wi-Fi is out of reach.';
const arabic = 'افصل القابس وانتظر عشر ثوانٍ، ثم أعد توصيله. يومض الضوء باللون الأبيض.';

export const examples: Example<Props>[] = [
  { title: 'With marked words', props: { title: 'The Hub stays amber', href: '#search-hit', passage, marks: [[61, 66], [106, 117]], meta: 'In “Start the Hub again” · Stations and sensors' } },
  { title: 'With what can be done', props: { title: 'Change the delivery address', href: '#search-hit', passage: 'Until it is packed.', marks: [] }, slot: '<button class="button secondary" type="button">This solved it</button>' },
  { title: 'In another language', props: { title: 'الموزّع لا يتصل', href: '#search-hit', passage: arabic, marks: [[4, 10]], lang: 'ar' } },
];
