import { articleIndex } from '../../knowledge/services/article-index';
import { getService } from '../../platform/get-service';
import type { Check } from '../verdict';
import { broken, counted, together, warning } from '../verdict';

const rebuild = 'Rebuild the index: "npm run search:rebuild", or Knowledge → Search index → Rebuild in the admin. If it happens again, look at what "queues" and "jobs" say.';
const verb = (count: number): string => (count === 1 ? 'is' : 'are');

/** Whether exactly what is published can be found. */
export const search: Check = async (strapi) => {
  const { missing, left } = await getService(strapi, 'article-index', articleIndex).differences();
  const faults = [
    missing.length > 0 && broken(`${counted(missing.length, 'published text')} cannot be found: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}.`, rebuild),
    left.length > 0 && warning(`${counted(left.length, 'text')} that ${verb(left.length)} published no more ${verb(left.length)} still in the index.`, rebuild),
  ];
  return together(faults, 'What is published can be found, in every language.');
};
