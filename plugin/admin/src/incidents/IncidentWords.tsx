import { Box, Field, Flex, MultiSelect, MultiSelectOption } from '@strapi/design-system';
import { useCallback } from 'react';
import type { IncidentChange } from '../../../contracts/incidents';
import { categoryOptions } from '../desk/category-tree';
import { listCategories } from '../desk/client';
import { useLoaded } from '../desk/use-loaded';
import type { Sending } from '../desk/use-refusals';
import { Line } from '../display/Line';
import { useWords } from '../use-words';

interface Props {
  value: IncidentChange;
  errorAt: Sending['errorAt'];
  onChange(change: Partial<IncidentChange>): void;
}

/** What an incident is called, what is said of it, and whom it touches. */
export const IncidentWords = ({ value, errorAt, onChange }: Props) => {
  const say = useWords();
  const categories = categoryOptions(useLoaded(useCallback((signal: AbortSignal) => listCategories(signal), [])).value ?? []);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Line label={say('incident.title')} required value={value.title} error={errorAt('title')} onChange={(title) => onChange({ title })} />
      <Line multiline label={say('incident.text')} required hint={say('incident.textHint')} value={value.text} error={errorAt('text')} onChange={(text) => onChange({ text })} />
      <Box maxWidth="48rem">
        <Field.Root hint={say('incident.categoriesHint')} error={errorAt('categories')} width="100%">
          <Field.Label>{say('incident.categories')}</Field.Label>
          <MultiSelect withTags value={value.categories} onChange={(picked: string[]) => onChange({ categories: picked })}>
            {categories.map((option) => (
              <MultiSelectOption key={option.value} value={option.value}>
                {option.label}
              </MultiSelectOption>
            ))}
          </MultiSelect>
          <Field.Error />
          <Field.Hint />
        </Field.Root>
      </Box>
    </Flex>
  );
};
