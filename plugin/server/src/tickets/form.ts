import { isAsked } from '../../../contracts/questions';
import type { CategoryField, FieldValue } from '../../../contracts/tickets';
import type { FieldError } from '../../../contracts/platform';
import { fieldError } from '../platform/validate';
import type { FieldAnswer } from './rows';

type Values = Record<string, FieldValue>;
const textLimit: Partial<Record<CategoryField['type'], number>> = { text: 500, long_text: 5000 };
// The round trip, because Date takes 30 February for 2 March.
const isDate = (value: string): boolean => {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
};

const valueOf = ({ name }: CategoryField, values: Values): FieldValue | undefined => (Object.hasOwn(values, name) ? values[name] : undefined);

/** Nothing was answered. An answer of the wrong type is one, so that it is refused instead of lost. */
const isEmpty = (field: CategoryField, value: FieldValue | undefined): value is undefined =>
  value === undefined || (field.type === 'checkbox' ? value === false : typeof value === 'string' && value.trim() === '');

const ruleBroken = (field: CategoryField, value: FieldValue): FieldError | null => {
  const path = `fields.${field.name}`;
  if (field.type === 'checkbox') return typeof value === 'boolean' ? null : fieldError(path, 'malformed');
  if (typeof value !== 'string') return fieldError(path, 'malformed');
  if (field.type === 'choice' && !field.choices.includes(value)) return fieldError(path, 'not_allowed');
  if (field.type === 'date' && !isDate(value)) return fieldError(path, 'malformed');
  const limit = textLimit[field.type];
  return limit !== undefined && value.length > limit ? fieldError(path, 'too_long', limit) : null;
};

const checkField = (field: CategoryField, value: FieldValue | undefined): FieldError | null => {
  if (isEmpty(field, value)) return field.required ? fieldError(`fields.${field.name}`, 'required') : null;
  return ruleBroken(field, value);
};

/** All that is wrong with the answers to a category's own questions; empty when they can be kept. */
export const checkFields = (fields: CategoryField[], values: Values): FieldError[] => {
  const known = new Set(fields.map((field) => field.name));
  const unknown = Object.keys(values).filter((name) => !known.has(name));
  const broken = fields.filter((field) => isAsked(field, fields, values)).map((field) => checkField(field, valueOf(field, values)));
  return [...unknown.map((name) => fieldError(`fields.${name}`, 'unknown')), ...broken.filter((error) => error !== null)];
};

/** The answers to keep, each with the label it answered; what was not asked or left empty is left out. */
export const answersOf = (fields: CategoryField[], values: Values): FieldAnswer[] =>
  fields
    .filter((field) => isAsked(field, fields, values))
    .flatMap((field) => {
      const value = valueOf(field, values);
      return isEmpty(field, value) ? [] : [{ name: field.name, label: field.label, value }];
    });
