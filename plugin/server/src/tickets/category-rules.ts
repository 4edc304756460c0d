import type { CategoryChange, CategoryField } from '../../../contracts/tickets';
import type { FieldError } from '../../../contracts/platform';
import { fieldError } from '../platform/validate';
import type { CategoryRow } from './rows';

/** The name's Latin letters and digits, joined by dashes, at most 60 characters. */
const latin = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/-$/, '');

/**
 * A readable name for URLs, different from those taken; `category` for names in other alphabets, empty when
 * the name has no letter or digit at all.
 */
export const slugFor = (name: string, taken: string[]): string => {
  const base = latin(name) || (/[\p{L}\p{N}]/u.test(name) ? 'category' : '');
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

const canBeAnswered = ({ type, choices }: CategoryField, equals: string | boolean): boolean => {
  if (type === 'checkbox') return typeof equals === 'boolean';
  return typeof equals === 'string' && (type === 'choice' ? choices.includes(equals) : equals.trim() !== '');
};

/** A question can only depend on one that was asked before it, and on an answer that can be given there. */
const dependenceFault = ({ dependsOn }: CategoryField, path: string, before: CategoryField[]): FieldError[] => {
  if (!dependsOn) return [];
  const above = before.find((each) => each.name === dependsOn.field);
  return above && canBeAnswered(above, dependsOn.equals) ? [] : [fieldError(`${path}.dependsOn`, 'not_allowed')];
};

const choiceFault = ({ type, choices }: CategoryField, path: string): FieldError[] => {
  if (type !== 'choice') return [];
  if (choices.length < 2) return [fieldError(`${path}.choices`, 'too_short', 2)];
  return new Set(choices).size < choices.length ? [fieldError(`${path}.choices`, 'not_allowed')] : [];
};

const fieldFaults = (field: CategoryField, index: number, all: CategoryField[]): FieldError[] => {
  const path = `fields.${index}`;
  const before = all.slice(0, index);
  const isTaken = before.some((each) => each.name === field.name);
  return [...(isTaken ? [fieldError(`${path}.name`, 'not_allowed')] : []), ...choiceFault(field, path), ...dependenceFault(field, path, before)];
};

/** All that is wrong with a category as an admin wants to save it. `slug` is null for a new one. */
export const categoryFaults = (slug: string | null, change: CategoryChange, all: CategoryRow[]): FieldError[] => [
  ...parentFault(slug, change, all),
  ...change.fields.flatMap((field, index) => fieldFaults(field, index, change.fields)),
];
