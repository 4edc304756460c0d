import type { CategoryChange, CategoryField } from '../../../contracts/tickets';
import type { FieldError } from '../../../contracts/platform';
import { fieldError } from '../platform/validate';
import type { CategoryRow } from './rows';

/** A readable name for URLs, different from those taken; empty when the name has no letter or digit. */
export const slugFor = (name: string, taken: string[]): string => {
  const base = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  if (base === '' || !taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
};

const parentFault = (slug: string | null, { parent }: CategoryChange, all: CategoryRow[]): FieldError[] => {
  if (parent === null) return [];
  const above = all.find((each) => each.slug === parent);
  const hasChildren = slug !== null && all.some((each) => each.parent === slug);
  // Two levels: a person chooses twice, not more.
  return !above || above.parent !== null || parent === slug || hasChildren ? [fieldError('parent', 'not_allowed')] : [];
};

const fieldFaults = (field: CategoryField, index: number, all: CategoryField[]): FieldError[] => {
  const path = `fields.${index}`;
  const before = all.slice(0, index);
  const faults: FieldError[] = [];
  if (before.some((each) => each.name === field.name)) faults.push(fieldError(`${path}.name`, 'not_allowed'));
  if (field.type === 'choice' && field.choices.length < 2) faults.push(fieldError(`${path}.choices`, 'too_short', 2));
  // A field can only depend on what was asked before it.
  if (field.dependsOn && !before.some((each) => each.name === field.dependsOn?.field)) faults.push(fieldError(`${path}.dependsOn`, 'not_allowed'));
  return faults;
};

/** All that is wrong with a category as an admin wants to save it. `slug` is null for a new one. */
export const categoryFaults = (slug: string | null, change: CategoryChange, all: CategoryRow[]): FieldError[] => [
  ...parentFault(slug, change, all),
  ...change.fields.flatMap((field, index) => fieldFaults(field, index, change.fields)),
];
