import { Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { DeskCategory } from '../../../contracts/desk';
import { positionAfter } from '../desk/category-tree';
import { listCategories } from '../desk/client';
import { useLoaded } from '../desk/use-loaded';
import { Back } from '../display/Back';
import { Failure } from '../display/Failure';
import { categoriesPath } from '../places';
import { useWords } from '../use-words';
import { draftOf, emptyDraft } from './category-draft';
import { CategoryForm } from './CategoryForm';

const Missing = ({ slug }: { slug: string }) => {
  const say = useWords();
  return (
    <>
      <Layouts.Header title={slug} navigationAction={<Back fallback={categoriesPath} />} />
      <Layouts.Content>
        <Page.NoData content={say('categories.missing')} />
      </Layouts.Content>
    </>
  );
};

const formOf = (slug: string | null, all: DeskCategory[]) => {
  if (slug === null) return <CategoryForm slug={null} all={all} initial={emptyDraft(positionAfter(all))} />;
  const category = all.find((each) => each.slug === slug);
  return category ? <CategoryForm slug={slug} all={all} initial={draftOf(category)} /> : <Missing slug={slug} />;
};

/** The page of one category; `slug` is null for one that does not exist yet. */
export const CategoryPage = ({ slug }: { slug: string | null }) => {
  const say = useWords();
  const { value, error, reload } = useLoaded(useCallback((signal: AbortSignal) => listCategories(signal), []));
  if (error) return <Failure error={error} onRetry={reload} />;
  if (!value) return <Page.Loading>{say('loading')}</Page.Loading>;
  return <Page.Main>{formOf(slug, value)}</Page.Main>;
};
