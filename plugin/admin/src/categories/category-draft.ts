import type { DeskCategory } from '../../../contracts/desk';
import type { CategoryChange, CategoryField } from '../../../contracts/tickets';

/** An own field as the form holds it. */
export interface FieldDraft extends Omit<CategoryField, 'choices'> {
  /** Stays with the field when it moves. */
  key: string;
  /** One choice a line, as typed. */
  choices: string;
  /** True until it is first saved; after that answers hang on the name. */
  isNew: boolean;
  /** True once somebody typed a name, so that the label stops setting it. */
  named: boolean;
}

/** A category as the form holds it. */
export interface CategoryDraft extends Omit<CategoryChange, 'fields'> {
  fields: FieldDraft[];
}

/** The form of a category that does not exist yet. */
export const emptyDraft = (position: number): CategoryDraft => ({
  name: '',
  description: '',
  helpText: '',
  parent: null,
  position,
  suggestedPriority: 'normal',
  fields: [],
  active: true,
});

const draftOfField = (field: CategoryField): FieldDraft => ({ ...field, key: crypto.randomUUID(), choices: field.choices.join('\n'), isNew: false, named: true });

/** The whole category, as PUT wants it. */
export const changeOf = ({ name, description, helpText, parent, position, suggestedPriority, fields, active }: DeskCategory): CategoryChange => ({
  name,
  description,
  helpText,
  parent,
  position,
  suggestedPriority,
  fields,
  active,
});

/** The form of a category that exists. */
export const draftOf = (category: DeskCategory): CategoryDraft => ({ ...changeOf(category), fields: category.fields.map(draftOfField) });

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A field's choices; only fields of the type "choice" have any. */
export const choicesOf = (field: FieldDraft): string[] => (field.type === 'choice' ? lines(field.choices) : []);

/** The answer that a dependence on this field starts with; empty while a choice has none. */
export const firstAnswer = (field: FieldDraft): string | boolean => (field.type === 'checkbox' ? true : (choicesOf(field)[0] ?? ''));

const fieldOf = (field: FieldDraft): CategoryField => {
  const { name, label, type, required, help, dependsOn } = field;
  return { name, label, type, required, help, choices: choicesOf(field), dependsOn };
};

/** What the form holds, as the server wants it. */
export const changeOfDraft = (draft: CategoryDraft): CategoryChange => ({ ...draft, fields: draft.fields.map(fieldOf) });
