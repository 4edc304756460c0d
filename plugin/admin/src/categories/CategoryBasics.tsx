import { Field, Grid, Toggle } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { DeskCategory } from '../../../contracts/desk';
import { priorities } from '../../../contracts/tickets';
import { childrenOf } from '../desk/category-tree';
import { Card } from '../display/Card';
import { Choice } from '../display/Choice';
import { Line } from '../display/Line';
import { useWords } from '../use-words';
import type { CategoryFormState } from './use-category-form';

interface Props {
  form: CategoryFormState;
  slug: string | null;
  all: DeskCategory[];
}

// A select takes no empty value; slugs have no underscore.
const top = '_top';

const Half = ({ children }: { children: ReactNode }) => (
  <Grid.Item col={6} xs={12} alignItems="flex-start">
    {children}
  </Grid.Item>
);

const ParentChoice = ({ form, slug, all }: Props) => {
  const say = useWords();
  const hasChildren = slug !== null && childrenOf(all, slug).length > 0;
  const parents = childrenOf(all, null).filter((each) => each.slug !== slug);
  return (
    <Choice
      label={say('category.parent')}
      hint={say(hasChildren ? 'category.parentHasChildren' : 'category.parentHint')}
      error={form.errorAt('parent')}
      disabled={hasChildren}
      value={form.draft.parent ?? top}
      options={[{ value: top, label: say('category.noParent') }, ...parents.map(({ slug: value, name }) => ({ value, label: name }))]}
      onChange={(parent) => form.change({ parent: parent === top ? null : parent })}
    />
  );
};

const ActiveToggle = ({ form }: Pick<Props, 'form'>) => {
  const say = useWords();
  return (
    <Field.Root hint={say('category.activeHint')} width="100%" maxWidth="32rem">
      <Field.Label>{say('category.active')}</Field.Label>
      <Toggle onLabel={say('answer.yes')} offLabel={say('answer.no')} checked={form.draft.active} onChange={(event) => form.change({ active: event.target.checked })} />
      <Field.Hint />
    </Field.Root>
  );
};

/** What a category is called, where it stands and how it is explained. */
export const CategoryBasics = ({ form, slug, all }: Props) => {
  const say = useWords();
  const { draft, change, errorAt } = form;
  return (
    <Card title={say('category.basics')}>
      <Grid.Root gap={5}>
        <Half>
          <Line label={say('category.name')} required value={draft.name} error={errorAt('name')} onChange={(name) => change({ name })} />
        </Half>
        <Half>
          <Line label={say('category.description')} hint={say('category.descriptionHint')} value={draft.description} error={errorAt('description')} onChange={(description) => change({ description })} />
        </Half>
        <Half>
          <ParentChoice form={form} slug={slug} all={all} />
        </Half>
        <Half>
          <Choice
            label={say('category.priority')}
            hint={say('category.priorityHint')}
            error={errorAt('suggestedPriority')}
            value={draft.suggestedPriority}
            options={priorities.map((value) => ({ value, label: say(`priority.${value}`) }))}
            onChange={(suggestedPriority) => change({ suggestedPriority })}
          />
        </Half>
        <Grid.Item col={12} xs={12} alignItems="flex-start">
          <Line multiline label={say('category.help')} hint={say('category.helpHint')} value={draft.helpText} error={errorAt('helpText')} onChange={(helpText) => change({ helpText })} />
        </Grid.Item>
        <Grid.Item col={12} xs={12} alignItems="flex-start">
          <ActiveToggle form={form} />
        </Grid.Item>
      </Grid.Root>
    </Card>
  );
};
