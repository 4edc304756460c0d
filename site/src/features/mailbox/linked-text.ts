/** Plain text cut at its links, so that a page can make them clickable without trusting any HTML. */
export const linkedText = (text: string): { text: string; href: string | null }[] =>
  text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => ({ text: part, href: index % 2 === 1 ? part : null }));
