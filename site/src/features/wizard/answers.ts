import type { Language } from '@contracts/accounts';
import type { DraftValues } from '@contracts/conversation';
import type { Category, CategoryField } from '@contracts/tickets';
import { textOf } from '@features/forms/drafts';
import { calendarDay } from '@i18n/dates';
import type { Words } from '@i18n/index';

const isAsked = (field: CategoryField, values: DraftValues): boolean => {
  if (!field.dependsOn) return true;
  const { field: other, equals } = field.dependsOn;
  const given = textOf(values, `fields.${other}`);
  return typeof equals === 'boolean' ? (given === 'true') === equals : given === equals;
};

/** The answers to a category's own questions as the customer reads them before sending. */
export const shownAnswers = (category: Category, values: DraftValues, { wizard, requests }: Words, language: Language): { name: string; label: string; value: string }[] =>
  category.fields
    .filter((field) => isAsked(field, values))
    .map(({ name, label, type }) => {
      const value = textOf(values, `fields.${name}`);
      const said = type === 'checkbox' ? (value === 'true' ? requests.page.yes : requests.page.no) : type === 'date' ? calendarDay(value, language) : value;
      return { name, label, value: said || wizard.notAnswered };
    });
