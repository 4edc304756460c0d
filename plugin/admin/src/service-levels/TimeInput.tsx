import { Field, TextInput } from '@strapi/design-system';

interface Props {
  type: 'time' | 'date';
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: string;
  error?: string;
}

/** A time of day or a day, in the browser's own input: it knows the agent's way to write them. */
export const TimeInput = ({ type, label, value, onChange, hint, error }: Props) => (
  <Field.Root hint={hint} error={error} width="100%">
    <Field.Label>{label}</Field.Label>
    <TextInput type={type} value={value} onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)} />
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);
