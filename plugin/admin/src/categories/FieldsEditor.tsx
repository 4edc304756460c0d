import { Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useState } from 'react';
import { Card } from '../display/Card';
import { SortableItem, SortableList } from '../display/Sortable';
import { useWords } from '../use-words';
import { FieldEditor } from './FieldEditor';
import { placed, withField, withNewField, withoutField } from './field-list';
import type { CategoryFormState } from './use-category-form';

/** The questions that only this category asks, in their order. */
export const FieldsEditor = ({ form }: { form: CategoryFormState }) => {
  const say = useWords();
  const { fields } = form.draft;
  const [announcement, setAnnouncement] = useState('');
  const nameAt = (index: number): string => fields[index]?.label || say('fields.untitled', { number: index + 1 });
  const move = (from: number, to: number): void => {
    form.rearrange(placed(fields, from, to));
    setAnnouncement(say('categories.moved', { name: nameAt(from), position: to + 1, count: fields.length }));
  };
  return (
    <Card title={say('fields.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p" textColor="neutral600">
          {say(fields.length === 0 ? 'fields.empty' : 'fields.subtitle')}
        </Typography>
        <SortableList items={fields.map(({ key }, index) => ({ id: key, name: nameAt(index) }))} onMove={move}>
          {fields.map((field, index) => (
            <SortableItem key={field.key} id={field.key} tag="div">
              <FieldEditor
                field={field}
                index={index}
                before={fields.slice(0, index)}
                last={index === fields.length - 1}
                errorAt={(name) => form.errorAt(`fields.${index}.${name}`)}
                onChange={(change) => form.change({ fields: withField(fields, field.key, change) })}
                onMove={(by) => move(index, index + by)}
                onRemove={() => form.rearrange(withoutField(fields, field))}
              />
            </SortableItem>
          ))}
        </SortableList>
        <VisuallyHidden>
          <span role="status">{announcement}</span>
        </VisuallyHidden>
        <Flex>
          <Button variant="secondary" startIcon={<Plus />} disabled={fields.length >= 20} onClick={() => form.rearrange(withNewField(fields))}>
            {say('fields.add')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
};
