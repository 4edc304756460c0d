import type { Example } from '@components/example';
import type { Props } from './ArticleCard.astro';

export const examples: Example<Props>[] = [
  { title: 'With all its lines', props: { title: 'The Hub stays amber', summary: 'What the light says, and how to bring the Hub back to your Wi-Fi.', meta: 'Stations and sensors · Video', href: '#article-card' } },
  { title: 'Plain', props: { title: 'Change the delivery address', href: '#article-card' } },
  { title: 'In another language', props: { title: 'الموزّع يبقى باللون الكهرماني', summary: 'ماذا يعني لون الضوء وكيف تعيد الاتصال.', href: '#article-card', lang: 'ar' } },
];
