import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { useField } from '@strapi/strapi/admin';
import { useWords } from '../use-words';
import { useSegmentTitles } from './use-segment-titles';

interface Props {
  name: string;
  label: string;
  labelAction?: ReactNode;
  disabled?: boolean;
  required?: boolean;
}

const isNames = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');

/** In the content manager: which segments may read an article. One that was removed stays to be seen, and to be taken out. */
const SegmentsField = ({ name, label, labelAction, disabled = false, required }: Props) => {
  const say = useWords();
  const { value, error, onChange } = useField<unknown>(name);
  const { choices, titleOf } = useSegmentTitles();
  const chosen = isNames(value) ? value : [];
  const unreadable = value !== null && value !== undefined && value !== '' && !isNames(value);
  const known = choices ?? [];
  const gone = chosen.filter((each) => !known.some((choice) => choice.value === each)).map((each) => ({ value: each, label: titleOf(each) }));
  return (
    <Field.Root name={name} required={required} error={unreadable ? say('segmentsField.unreadable') : error} hint={say('segmentsField.hint')}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <MultiSelect withTags disabled={disabled || choices === undefined} placeholder={say('segmentsField.everybody')} value={chosen} onChange={(picked: string[]) => onChange(name, picked.length > 0 ? picked : null)} onClear={() => onChange(name, null)}>
        {[...known, ...gone].map((choice) => (
          <MultiSelectOption key={choice.value} value={choice.value}>
            {choice.label}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
};

export default SegmentsField;
