import { firstAnswer } from './category-draft';
import type { FieldDraft } from './category-draft';
import { fieldNameFor } from './field-name';

/** The list with a new, empty field at its end. */
export const withNewField = (fields: FieldDraft[]): FieldDraft[] => [
  ...fields,
  { key: crypto.randomUUID(), name: '', label: '', type: 'text', required: false, help: '', choices: '', dependsOn: null, isNew: true, named: false },
];

/** The list without one field; what depended on it is asked always. */
export const withoutField = (fields: FieldDraft[], gone: FieldDraft): FieldDraft[] =>
  fields.filter((each) => each.key !== gone.key).map((each) => (each.dependsOn?.field === gone.name ? { ...each, dependsOn: null } : each));

/** The list with the item that is at `from` where the one at `to` is. */
export const placed = <Item>(items: readonly Item[], from: number, to: number): Item[] => {
  const next = [...items];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

/**
 * The list with one field changed; a new field's name follows its label. What depends on it follows its name,
 * and waits for an answer that it can still give.
 */
export const withField = (fields: FieldDraft[], key: string, change: Partial<FieldDraft>): FieldDraft[] => {
  const before = fields.find((each) => each.key === key);
  if (!before) return fields;
  const after = { ...before, ...change };
  const others = fields.filter((each) => each.key !== key).map(({ name }) => name);
  if (after.isNew && !after.named && change.label !== undefined) after.name = change.label.trim() === '' ? '' : fieldNameFor(change.label, others);
  const answer = after.type === before.type ? {} : { equals: firstAnswer(after) };
  const follow = (each: FieldDraft): FieldDraft =>
    before.name !== '' && each.dependsOn?.field === before.name ? { ...each, dependsOn: { ...each.dependsOn, ...answer, field: after.name } } : each;
  return fields.map((each) => (each.key === key ? after : follow(each)));
};
