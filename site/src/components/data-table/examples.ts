import type { Example } from '@components/example';
import type { Props } from './DataTable.astro';

const row = (subject: string, meta: string, tone: string, state: string, updated: string): string => `
<tr role="row">
  <th scope="row" role="rowheader"><a class="row-link" href="#data-table">${subject}</a> <span class="row-meta">${meta}</span></th>
  <td role="cell"><span class="pill ${tone}">${state}</span></td>
  <td role="cell">${updated}</td>
</tr>`;

export const examples: Example<Props>[] = [
  {
    title: 'Requests',
    props: { caption: 'Your requests', columns: [{ label: 'Request' }, { label: 'State', narrow: true }, { label: 'Updated', narrow: true }] },
    slot:
      row('Invoice shows the old address', 'R-2K7F9Q · Billing · 2 messages', 'warn', 'Waiting for you', 'yesterday') +
      row('Parcel left at the wrong door', 'R-2K7D1A · Delivery · 5 messages', 'accent', 'We are working on it', '2 hours ago') +
      row('Second charge on my card', 'R-2K5M3C · Billing · 7 messages', 'good', 'Solved', '30 October'),
  },
];
