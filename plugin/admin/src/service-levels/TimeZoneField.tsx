import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useRef, useState } from 'react';
import { useWords } from '../use-words';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

interface Props {
  value: string;
  error?: string;
  onChange(zone: string): void;
}

/** A time zone, found by typing a part of its name. Opened, it is empty and offers all; left without a choice, it says the one that was there. */
export const TimeZoneField = ({ value, error, onChange }: Props) => {
  const say = useWords();
  const [typed, setTyped] = useState(value);
  // By the time the list closes, the choice is made, but not drawn yet.
  const chosen = useRef(value);
  const offered = value === '' || zones.includes(value) ? zones : [value, ...zones];
  const choose = (zone?: string): void => {
    if (zone === undefined) return;
    chosen.current = zone;
    onChange(zone);
  };
  return (
    <Field.Root hint={say('hours.zoneHint')} error={error} width="100%">
      <Field.Label>{say('hours.timeZone')}</Field.Label>
      <Combobox value={value} placeholder={value} textValue={typed} onTextValueChange={setTyped} onOpenChange={(open: boolean) => setTyped(open ? '' : chosen.current)} onChange={choose} autocomplete={{ type: 'list', filter: 'contains' }}>
        {offered.map((zone) => (
          <ComboboxOption key={zone} value={zone}>
            {zone}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};
