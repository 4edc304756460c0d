const rules = new Intl.PluralRules('ar');

/** How a thing is counted: one, two, three to ten, eleven and more. `{n}` stands for the number. */
export interface Counted {
  one: string;
  two: string;
  few: string;
  many: string;
}

/** The number with its noun in the right form. `hundreds` is for a hundred and its multiples, where that differs from `many`. */
export const counted = (count: number, { one, two, few, many }: Counted, hundreds = many): string => {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one, two, few, many };
  return (forms[rules.select(count)] ?? hundreds).replace('{n}', String(count));
};
