import type { z } from 'zod';
import type { FieldError, FieldRule } from '../../../contracts/platform';
import { fieldRules } from '../../../contracts/platform';
import { Refusal } from './errors';
import { wellFormed } from './well-formed';

type Issue = z.core.$ZodIssue;

const messageOf: Record<FieldRule, string> = {
  required: 'Fill this in.',
  too_long: 'This is too long.',
  too_short: 'This is too short.',
  not_allowed: 'This is not one of the possible values.',
  malformed: 'This does not have the right form.',
  unknown: 'There is no field of this name.',
  guessable: 'This is one of the first that attackers try: it leaked elsewhere, is close to one that did, or is made of your own name. Take three or four words that have nothing to do with each other.',
};

const isMissing = (issue: Issue, input: unknown): boolean => {
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], input);
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
};

const customRule = (issue: Issue): FieldRule | undefined => {
  const rule = issue.code === 'custom' ? (issue.params?.rule as unknown) : undefined;
  return fieldRules.find((known) => known === rule);
};

const ruleOf = (issue: Issue, input: unknown): FieldRule => {
  if (issue.code === 'unrecognized_keys') return 'unknown';
  if (isMissing(issue, input)) return 'required';
  if (issue.code === 'too_big') return issue.origin === 'number' ? 'not_allowed' : 'too_long';
  if (issue.code === 'too_small') return issue.origin === 'number' ? 'not_allowed' : 'too_short';
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'not_allowed';
  return customRule(issue) ?? 'malformed';
};

const limitOf = (issue: Issue): number | undefined => {
  if (issue.code === 'too_big') return Number(issue.maximum);
  if (issue.code === 'too_small') return Number(issue.minimum);
  return issue.code === 'custom' ? (issue.params?.limit as number | undefined) : undefined;
};

/** One broken field in the shape of the contract. */
export const fieldError = (path: string, rule: FieldRule, limit?: number): FieldError => ({
  path,
  rule,
  message: messageOf[rule],
  ...(limit === undefined ? {} : { limit }),
});

const fieldErrors = (issue: Issue, input: unknown): FieldError[] => {
  const rule = ruleOf(issue, input);
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fieldError([...path, key].join('.'), rule));
  return [fieldError(path.join('.'), rule, limitOf(issue))];
};

/** Refuses with all broken fields at once, each in the contract's shape. */
export const refuseFields = (errors: FieldError[]): never => {
  throw new Refusal('validation_failed', 'Some fields are not right. Nothing was saved.', errors);
};

/** Paths of texts with U+0000: PostgreSQL keeps it in no column, so it would end as a 500. */
const nulPaths = (value: unknown, path: string[] = []): string[] => {
  if (typeof value === 'string') return value.includes('\0') ? [path.join('.')] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => nulPaths(key.includes('\0') ? key : inner, [...path, key]));
};

const firstOfEachPath = (errors: FieldError[]): FieldError[] => errors.filter(({ path }, index) => errors.findIndex((each) => each.path === path) === index);

const faultsIn = (error: z.core.$ZodError, input: unknown): FieldError[] => firstOfEachPath(error.issues.flatMap((issue) => fieldErrors(issue, input)));

/** Every broken field of an input that came from outside; empty when the schema takes it. */
export const faultsOf = (schema: z.ZodType, input: unknown): FieldError[] => {
  const { error } = schema.safeParse(input ?? {});
  return error ? faultsIn(error, input) : [];
};

/** Input that came from outside, checked against a closed schema; throws a 400 Refusal that names every broken field. */
export const validate = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const result = schema.safeParse(input ?? {});
  if (!result.success) return refuseFields(faultsIn(result.error, input));
  const unkeepable = nulPaths(result.data);
  return unkeepable.length > 0 ? refuseFields(unkeepable.map((path) => fieldError(path, 'malformed'))) : wellFormed(result.data);
};
