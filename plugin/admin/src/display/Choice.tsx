import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange(value: Value): void;
  disabled?: boolean;
  hint?: string;
  error?: string;
  size?: 'S' | 'M';
}

/** A labelled select of a few words. */
export const Choice = <Value extends string>({ label, value, options, onChange, disabled, hint, error, size = 'M' }: Props<Value>) => {
  const pick = (picked: string | number): void => {
    const option = options.find((each) => each.value === picked);
    if (option) onChange(option.value);
  };
  return (
    <Field.Root hint={hint} error={error} width="100%">
      <Field.Label>{label}</Field.Label>
      <SingleSelect size={size} value={value} onChange={pick} disabled={disabled}>
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};
