import type { CategoryChange, CategoryField } from '../../../contracts/tickets';
import type { CategoryRow } from './rows';

const toldField = ({ name, label: _label, ...field }: CategoryField): object => ({ name, ...field });

/**
 * A category as the log of changes tells it: each question for itself, so that a change of one is one line. Where it
 * stands is told by the order.
 */
export const toldOf = (category: CategoryChange | CategoryRow, all: CategoryRow[]): object => {
  const { name, description, helpText, parent, suggestedPriority, fields, active } = category;
  const questions = fields ?? [];
  return {
    name,
    description: description ?? '',
    helpText: helpText ?? '',
    parent: all.find(({ slug }) => slug === parent)?.name ?? null,
    suggestedPriority,
    active,
    ...(questions.length > 1 ? { questions: questions.map(({ label }) => label) } : {}),
    ...Object.fromEntries(questions.map((field) => [`question ${field.label}`, toldField(field)])),
  };
};
