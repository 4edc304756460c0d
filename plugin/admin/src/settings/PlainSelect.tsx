import { SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface Props {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  disabled?: boolean;
  size?: 'S' | 'M';
  onChange(value: string): void;
}

/** A select whose label stands elsewhere: beside it, or above its column. */
export const PlainSelect = ({ label, value, options, disabled, size = 'M', onChange }: Props) => (
  <SingleSelect aria-label={label} size={size} value={value} disabled={disabled} onChange={(picked) => onChange(String(picked))}>
    {options.map((option) => (
      <SingleSelectOption key={option.value} value={option.value}>
        {option.label}
      </SingleSelectOption>
    ))}
  </SingleSelect>
);
