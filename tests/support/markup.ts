import { HtmlValidate, StaticConfigLoader, type ConfigData, type Message } from 'html-validate';

// Ids may have a dot: that of an own field is the name which the API gives it in its errors.
const rules: ConfigData['rules'] = { 'no-trailing-whitespace': 'off', 'attr-delimiter': 'off', 'valid-id': ['error', { relaxed: true }], 'prefer-native-element': ['error', { exclude: ['listbox'] }] };
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:recommended', 'html-validate:a11y'], rules }));

// Tables that become cards lose their roles with their display in some browsers, so they repeat them.
const isMeant = ({ ruleId, selector }: Message): boolean => ruleId === 'no-redundant-role' && /\btable\b/.test(selector ?? '');

/** What html-validate finds in a page, each with where; rules about white space aside. */
export const markupFaults = async (html: string, name: string): Promise<string[]> => {
  const { results } = await validator.validateString(html, name);
  const found = results.flatMap(({ messages }) => messages.filter((message) => !isMeant(message)));
  return found.map(({ ruleId, message, selector }) => `${name}: ${ruleId}: ${message} (${selector})`);
};
