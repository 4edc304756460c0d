import { Box, Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useEffect, useRef } from 'react';
import type { FormEvent } from 'react';
import type { DeskCategory } from '../../../contracts/desk';
import { Back } from '../display/Back';
import { Problem } from '../display/Problem';
import { categoriesPath } from '../places';
import { useWords } from '../use-words';
import { CategoryBasics } from './CategoryBasics';
import type { CategoryDraft } from './category-draft';
import { FieldsEditor } from './FieldsEditor';
import { useCategoryForm } from './use-category-form';

interface Props {
  slug: string | null;
  all: DeskCategory[];
  initial: CategoryDraft;
}

/** The form of a category: what it is, and its own questions. */
export const CategoryForm = ({ slug, all, initial }: Props) => {
  const say = useWords();
  const form = useCategoryForm(slug, initial);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (form.problem) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.problem]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void form.save();
  };
  const title = slug === null ? say('categories.create') : initial.name;
  const save = (
    <Button type="submit" startIcon={<Check />} loading={form.saving}>
      {say('action.save')}
    </Button>
  );
  return (
    <form ref={element} noValidate onSubmit={submit}>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header title={title} navigationAction={<Back fallback={categoriesPath} />} primaryAction={save} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {form.problem && <Problem>{form.problem}</Problem>}
          <CategoryBasics form={form} slug={slug} all={all} />
          <FieldsEditor form={form} />
        </Flex>
        <Box paddingBottom={8} />
      </Layouts.Content>
    </form>
  );
};
