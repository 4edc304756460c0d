import type { Category } from '@contracts/tickets';
import type { Words } from '@i18n/index';
import { path } from '@layouts/paths';

interface Card {
  title: string;
  text: string;
  meta: string | undefined;
  href: string;
}

/** Where a category leads: to its own kinds, or to its form. */
const addressOf = ({ leaf, slug }: Category, begin: string | undefined): string => {
  const query = new URLSearchParams({ [leaf ? 'category' : 'in']: slug, ...(begin ? { words: begin } : {}) }).toString();
  return path(leaf ? `/requests/new/details?${query}` : `/requests/new?${query}`);
};

/** The categories to choose from: the top ones, or those inside of one. `begin`: words that the request begins with. */
export const cardsOf = (categories: Category[], inside: string | null, words: Words, begin?: string): { title: string | null; cards: Card[] } => {
  const above = categories.find(({ slug, leaf }) => slug === inside && !leaf);
  const cards = categories
    .filter(({ parent }) => parent === (above?.slug ?? null))
    .map((category) => ({
      title: category.name,
      text: category.description,
      meta: category.firstReplyHours === null ? undefined : words.wizard.firstReply(category.firstReplyHours),
      href: addressOf(category, begin),
    }));
  return { title: above?.name ?? null, cards };
};
