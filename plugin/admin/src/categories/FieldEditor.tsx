import { Box, Checkbox, Flex, Grid, IconButton, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { ReactNode } from 'react';
import { fieldTypes } from '../../../contracts/tickets';
import { Choice } from '../display/Choice';
import { Line } from '../display/Line';
import { DragHandle } from '../display/Sortable';
import { useWords } from '../use-words';
import type { FieldDraft } from './category-draft';
import { DependsOn } from './DependsOn';
import { MoveButtons } from './MoveButtons';
import type { ErrorAt } from './use-category-form';

interface Props {
  field: FieldDraft;
  index: number;
  /** The fields asked before this one, which it may depend on. */
  before: FieldDraft[];
  last: boolean;
  errorAt: ErrorAt;
  onChange(change: Partial<FieldDraft>): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

const Half = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={6} xs={12} alignItems="flex-start">
    {children}
  </Grid.Item>
);

const Head = ({ field, index, last, onMove, onRemove }: Props) => {
  const say = useWords();
  const name = field.label || say('fields.untitled', { number: index + 1 });
  return (
    <Flex justifyContent="space-between" gap={2} paddingBottom={3}>
      <Flex gap={2}>
        <DragHandle name={name} />
        <Typography tag="h3" fontWeight="bold">
          {name}
        </Typography>
      </Flex>
      <Flex gap={1}>
        <MoveButtons name={name} first={index === 0} last={last} onMove={onMove} />
        <IconButton variant="ghost" label={say('fields.remove', { name })} onClick={onRemove}>
          <Trash />
        </IconButton>
      </Flex>
    </Flex>
  );
};

const Question = ({ field, errorAt, onChange }: Pick<Props, 'field' | 'errorAt' | 'onChange'>) => {
  const say = useWords();
  return (
    <>
      <Half>
        <Line label={say('fields.label')} required value={field.label} error={errorAt('label')} onChange={(label) => onChange({ label })} />
      </Half>
      <Half>
        <Line label={say('fields.name')} required disabled={!field.isNew} hint={say(field.isNew ? 'fields.nameHint' : 'fields.nameFixed')} value={field.name} error={errorAt('name')} onChange={(name) => onChange({ name, named: true })} />
      </Half>
      <Half>
        <Choice label={say('fields.type')} value={field.type} error={errorAt('type')} options={fieldTypes.map((value) => ({ value, label: say(`type.${value}`) }))} onChange={(type) => onChange({ type })} />
      </Half>
      <Half>
        <Line label={say('fields.help')} hint={say('fields.helpHint')} value={field.help} error={errorAt('help')} onChange={(help) => onChange({ help })} />
      </Half>
      {field.type === 'choice' && (
        <Grid.Item col={12} xs={12} alignItems="flex-start">
          <Line multiline label={say('fields.choices')} required hint={say('fields.choicesHint')} value={field.choices} error={errorAt('choices')} onChange={(choices) => onChange({ choices })} />
        </Grid.Item>
      )}
    </>
  );
};

/** One own question of a category. */
export const FieldEditor = (props: Props) => {
  const { field, before, errorAt, onChange } = props;
  const say = useWords();
  return (
    <Box tag="section" aria-label={field.label || say('fields.untitled', { number: props.index + 1 })} background="neutral100" hasRadius borderColor="neutral200" padding={4}>
      <Head {...props} />
      <Grid.Root gap={4}>
        <Question field={field} errorAt={errorAt} onChange={onChange} />
        <Grid.Item col={12} xs={12}>
          <Checkbox checked={field.required} onCheckedChange={(checked) => onChange({ required: checked === true })}>
            {say('fields.required')}
          </Checkbox>
        </Grid.Item>
        <DependsOn value={field.dependsOn} before={before} error={errorAt('dependsOn')} onChange={(dependsOn) => onChange({ dependsOn })} />
      </Grid.Root>
    </Box>
  );
};
