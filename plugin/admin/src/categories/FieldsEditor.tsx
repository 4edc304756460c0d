import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Card } from '../display/Card';
import { useWords } from '../use-words';
import { FieldEditor } from './FieldEditor';
import { moved, withField, withNewField, withoutField } from './field-list';
import type { CategoryFormState } from './use-category-form';

/** The questions that only this category asks, in their order. */
export const FieldsEditor = ({ form }: { form: CategoryFormState }) => {
  const say = useWords();
  const { fields } = form.draft;
  return (
    <Card title={say('fields.title')}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p" textColor="neutral600">
          {say(fields.length === 0 ? 'fields.empty' : 'fields.subtitle')}
        </Typography>
        {fields.map((field, index) => (
          <FieldEditor
            key={field.key}
            field={field}
            index={index}
            before={fields.slice(0, index)}
            last={index === fields.length - 1}
            errorAt={(name) => form.errorAt(`fields.${index}.${name}`)}
            onChange={(change) => form.change({ fields: withField(fields, field.key, change) })}
            onMove={(by) => form.rearrange(moved(fields, index, by))}
            onRemove={() => form.rearrange(withoutField(fields, field))}
          />
        ))}
        <Flex>
          <Button variant="secondary" startIcon={<Plus />} disabled={fields.length >= 20} onClick={() => form.rearrange(withNewField(fields))}>
            {say('fields.add')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  );
};
