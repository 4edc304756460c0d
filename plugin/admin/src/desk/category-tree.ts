import type { DeskCategory } from '../../../contracts/desk';

const byPosition = (one: DeskCategory, other: DeskCategory): number => one.position - other.position || one.name.localeCompare(other.name);

/** The categories on one level, in their order. */
export const childrenOf = (all: DeskCategory[], parent: string | null): DeskCategory[] => all.filter((each) => each.parent === parent).sort(byPosition);

/** All categories in the order customers see: each top one, then what is under it. */
export const inOrder = (all: DeskCategory[]): DeskCategory[] => childrenOf(all, null).flatMap((top) => [top, ...childrenOf(all, top.slug)]);

/** A position after all others; positions are any numbers, so counting is not enough. */
export const positionAfter = (all: DeskCategory[]): number => Math.min(9999, Math.max(-1, ...all.map(({ position }) => position)) + 1);

/** The name with its parent before it. */
export const fullName = (all: DeskCategory[], category: DeskCategory): string => {
  const parent = all.find((each) => each.slug === category.parent);
  return parent ? `${parent.name} › ${category.name}` : category.name;
};

/** Categories that take tickets, as options of a select. */
export const categoryOptions = (all: DeskCategory[]): { value: string; label: string }[] =>
  inOrder(all)
    .filter((each) => each.leaf)
    .map((each) => ({ value: each.slug, label: fullName(all, each) }));
