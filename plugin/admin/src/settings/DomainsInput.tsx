import { TextInput } from '@strapi/design-system';
import { useState } from 'react';
import { domainsIn } from './use-segment-basics';

/** Domains of addresses, or addresses of sites, with commas between them; what is typed stays as it is while it is. */
export const DomainsInput = ({ label, value, disabled, placeholder = 'example.com, example.org', onChange }: { label: string; value: readonly string[]; disabled: boolean; placeholder?: string; onChange(value: string[]): void }) => {
  const [typed, setTyped] = useState(value.join(', '));
  // Taken back elsewhere, it is no longer what was typed.
  const shown = domainsIn(typed).join() === value.join() ? typed : value.join(', ');
  const change = (text: string): void => {
    setTyped(text);
    onChange(domainsIn(text));
  };
  return <TextInput aria-label={label} placeholder={placeholder} value={shown} disabled={disabled} onChange={(event) => change(event.target.value)} />;
};
