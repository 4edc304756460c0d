import type { Example } from '@components/example';
import type { Props } from './Prose.astro';

const callout = (kind: string, title: string, text: string): string => `<div class="callout callout-${kind}" role="note"><p class="callout-title">${title}</p><p>${text}</p></div>`;

export const examples: Example<Props>[] = [
  {
    title: 'All that an article can hold',
    props: {
      lang: 'en',
      html: [
        '<p>The Hub speaks to the station by <strong>radio</strong> and to us by Wi-Fi. Both need a moment after a <em>power cut</em>; see <a href="#prose">what the light says</a>.</p>',
        '<h2 id="s-restart">Start the Hub again</h2>',
        '<ol><li>Pull the plug and wait for ten seconds.</li><li>Plug it in. The light blinks white, then stays green.<ul><li>Amber: no Wi-Fi</li><li>Red: no station</li></ul></li><li>Open the app.</li></ol>',
        callout('note', 'Note', 'Readings that were missed are sent later.'),
        callout('tip', 'Tip', 'Put the Hub at least a metre from the router.'),
        callout('warning', 'Warning', 'Do not open the housing: it is sealed.'),
        '<h3 id="s-address">Find its address</h3>',
        '<p>Ask your router, or try <code>ping northwind-hub.local</code>:</p>',
        '<pre tabindex="0"><code>$ ping -c 1 northwind-hub.local\n64 bytes from 192.168.178.41: icmp_seq=0 ttl=64 time=3.4 ms, and a line that is longer than the column</code></pre>',
        '<div class="table-scroll" tabindex="0"><table><thead><tr><th>Light</th><th>Meaning</th><th class="align-right">After</th></tr></thead><tbody><tr><td>Green</td><td>All is well</td><td class="align-right">40 s</td></tr><tr><td>Amber</td><td>The Wi-Fi is out of reach</td><td class="align-right">2 min</td></tr></tbody></table></div>',
        '<blockquote><p>Works again since I moved it away from the microwave.</p></blockquote>',
        '<ul><li><input type="checkbox" checked disabled aria-label="Done"> Plug checked</li><li><input type="checkbox" disabled aria-label="Open"> Wi-Fi checked</li></ul>',
        '<hr>',
        '<p><img src="../favicon.svg" alt="The mark of the company" width="64" height="64" loading="lazy"></p>',
      ].join(''),
    },
  },
  { title: 'From right to left', props: { lang: 'ar', html: '<h2 id="s-arabic">إعادة تشغيل الموزّع</h2><p>افصل القابس وانتظر عشر ثوانٍ، ثم أعد توصيله.</p><ol><li>يومض الضوء باللون الأبيض.</li><li>ثم يثبت على الأخضر.</li></ol>' } },
];
