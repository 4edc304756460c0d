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
const addressOf = ({ leaf, slug }: Category): string => path(leaf ? `/requests/new/details?category=${slug}` : `/requests/new?in=${slug}`);

/** The categories to choose from: the top ones, or those inside of one. */
export const cardsOf = (categories: Category[], inside: string | null, words: Words): { title: string | null; cards: Card[] } => {
  const above = categories.find(({ slug, leaf }) => slug === inside && !leaf);
  const cards = categories
    .filter(({ parent }) => parent === (above?.slug ?? null))
    .map((category) => ({
      title: category.name,
      text: category.description,
      meta: category.firstReplyHours === null ? undefined : words.wizard.firstReply(category.firstReplyHours),
      href: addressOf(category),
    }));
  return { title: above?.name ?? null, cards };
};
