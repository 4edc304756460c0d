import { Field, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

interface Props {
  type: 'time' | 'date' | 'datetime-local';
  label: string;
  value: string;
  onChange(value: string): void;
  hint?: string;
  error?: string;
  /** Earliest and latest, written as the value is. */
  min?: string;
  max?: string;
  /** Takes the focus when it appears. */
  focused?: boolean;
}

/** An input of which the browser draws parts of its own; untold, it draws them dark on dark. */
export const BrowserInput = styled(TextInput)`
  color-scheme: ${({ theme }) => (theme.colors.neutral0 === '#ffffff' ? 'light' : 'dark')};
`;

/** A time of day, a day or both, in the browser's own input: it knows the agent's way to write them. */
export const TimeInput = ({ type, label, value, onChange, hint, error, min, max, focused }: Props) => (
  <Field.Root hint={hint} error={error} width="100%">
    <Field.Label>{label}</Field.Label>
    <BrowserInput type={type} value={value} min={min} max={max} autoFocus={focused} onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)} />
    <Field.Error />
    <Field.Hint />
  </Field.Root>
);
