import type { SearchHit } from '@contracts/knowledge';
import { ask } from './api';

const most = 3;
/** Characters of a passage that are worth the little room. */
const longest = 140;

/** Articles that may answer a question; none where nothing was found, or nobody could be asked. */
export const articlesFor = async (question: string): Promise<SearchHit[]> => {
  const query = new URLSearchParams({ q: question.slice(0, 200), pageSize: String(most) });
  const answer = await ask<{ hits: SearchHit[] }>('GET', `/knowledge/search?${query.toString()}`);
  return answer.ok ? answer.data.hits.slice(0, most) : [];
};

/** Lists them as links that leave the chat where it is. */
export const listArticles = (list: Element | null, hits: SearchHit[], below: string, newTab: string): void => {
  const items = hits.map(({ article, anchor, passage }) => {
    const link = Object.assign(document.createElement('a'), { href: `${below}/${encodeURIComponent(article.slug)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`, target: '_blank', rel: 'noopener', lang: article.language, dir: 'auto', textContent: article.title });
    const tab = Object.assign(document.createElement('span'), { className: 'visually-hidden', textContent: ` ${newTab}` });
    const words = Object.assign(document.createElement('p'), { className: 'small muted', lang: article.language, dir: 'auto', textContent: passage.length > longest ? `${passage.slice(0, longest).trimEnd()} …` : passage });
    link.append(tab);
    const item = Object.assign(document.createElement('li'), { className: 'search-hit' });
    item.append(link, words);
    return item;
  });
  list?.replaceChildren(...items);
};
