import { NumberInput } from '@strapi/design-system';
import { useRef } from 'react';

interface Props {
  label: string;
  value: number | '';
  /** How many of what is kept make one of what is shown. */
  unit: number;
  disabled: boolean;
  /** Empty where nothing is typed. */
  onChange(value: number | ''): void;
}

/** A number. The design system's input listens to nobody but the one who types: for a value from elsewhere it is made anew. */
export const Amount = ({ label, value, unit, disabled, onChange }: Props) => {
  const typed = useRef(value);
  const made = useRef(0);
  if (typed.current !== value) {
    typed.current = value;
    made.current += 1;
  }
  const take = (given: number | undefined): void => {
    typed.current = given === undefined ? '' : Math.round(given * unit);
    if (typed.current !== value) onChange(typed.current);
  };
  return <NumberInput key={made.current} aria-label={label} disabled={disabled} value={value === '' ? undefined : Math.round((value / unit) * 100) / 100} onValueChange={take} />;
};
