import { Field, TextInput, Textarea } from '@strapi/design-system';

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: string;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  multiline?: boolean;
}

/** A labelled text input with its hint and error. */
export const Line = ({ label, value, onChange, hint, error, required, disabled, multiline }: Props) => (
  <Field.Root hint={hint} error={error} required={required} width="100%">
    <Field.Label>{label}</Field.Label>
    {multiline ? (
      <Textarea value={value} disabled={disabled} onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)} />
    ) : (
      <TextInput value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
    )}
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);
